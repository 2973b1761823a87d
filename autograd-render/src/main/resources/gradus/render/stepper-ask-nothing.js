// Nothing is asked.
const askPart = () => ({
  element: '', score: '', open: () => false, hides: () => false, good: () => '', show: () => {}, focus: () => {}
});
