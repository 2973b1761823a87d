// There are no arrays.
const tablesPart = () => ({element: '', show: () => {}});
