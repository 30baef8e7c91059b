// Runs in the page beside axe-core, and leaves what it found in place of the page.
axe.run(document, { resultTypes: ['violations'] }).then(
  results => {
    const found = {
      passes: results.passes.length,
      faults: results.violations.map(fault => `${fault.id}: ${fault.nodes.map(node => node.target.join(' ')).join(', ')}`),
      width: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ground: getComputedStyle(document.body).backgroundColor,
    };
    document.documentElement.innerHTML = '<body></body>';
    document.body.textContent = `found ${JSON.stringify(found)} end`;
  },
  fault => { document.body.textContent = `fault ${fault}`; });
