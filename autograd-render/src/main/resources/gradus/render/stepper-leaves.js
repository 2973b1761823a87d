const leavesPart = c => ({element: '', show: () => {}});
