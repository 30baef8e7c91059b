// Runs in the page with axe-core, in a frame as wide as its reader's window, and tells the page around it what it found.
const faults = [];
addEventListener('error', event => faults.push(`error: ${event.message ?? event.target.outerHTML}`), true);
addEventListener('unhandledrejection', event => faults.push(`rejection: ${event.reason}`));
addEventListener('securitypolicyviolation', event => faults.push(`policy: ${event.violatedDirective}`));

addEventListener('load', async () => {
  const found = { passes: 0, faults };
  try {
    const results = await axe.run(document, { resultTypes: ['violations'] });
    found.passes = results.passes.length;
    faults.push(...results.violations.map(fault => `${fault.id}: ${fault.nodes.map(node => node.target.join(' ')).join(', ')}`));
  } catch (fault) {
    faults.push(`axe: ${fault}`);
  }
  faults.push(...performance.getEntriesByType('resource').map(fetched => `fetched: ${fetched.name}`));
  found.window = innerWidth;
  found.excess = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  found.ground = getComputedStyle(document.body).backgroundColor;
  parent.postMessage(found, '*');
});
