// A shop by ElectroDB: two entities in one collection, and an index by country.
import { Entity, Service } from 'electrodb';
import { client, run, table } from './Verbs.mjs';

const configuration = { client, table };

const Customer = new Entity({
    model: { entity: 'customer', version: '1', service: 'shop' },
    attributes: {
        customerId: { type: 'string', required: true },
        name: { type: 'string', required: true },
        country: { type: 'string', required: true },
        visits: { type: 'number', default: 0 },
        credit: { type: 'number' },
        isMember: { type: 'boolean' },
        nickname: { type: 'string' },
        address: { type: 'map', properties: { street: { type: 'string' }, floor: { type: 'number' } } },
        contacts: { type: 'list', items: { type: 'map', properties: { kind: { type: 'string' }, value: { type: 'string' } } } },
        tags: { type: 'set', items: 'string' },
        scores: { type: 'set', items: 'number' },
        settings: { type: 'any' },
        createdAt: { type: 'number', readOnly: true, required: true },
        updatedAt: { type: 'string' },
    },
    indexes: {
        primary: { collection: 'account', pk: { field: 'pk', composite: ['customerId'] }, sk: { field: 'sk', composite: [] } },
        byCountry: { index: 'gsi1', pk: { field: 'gsi1pk', composite: ['country'] }, sk: { field: 'gsi1sk', composite: ['name'] } },
    },
}, configuration);

const Order = new Entity({
    model: { entity: 'order', version: '1', service: 'shop' },
    attributes: {
        customerId: { type: 'string', required: true },
        orderNumber: { type: 'number', required: true },
        status: { type: ['open', 'shipped'], required: true },
        placedAt: { type: 'string', required: true },
        lines: { type: 'list', items: { type: 'map', properties: { article: { type: 'string' }, count: { type: 'number' }, price: { type: 'number' } } } },
        note: { type: 'string' },
    },
    indexes: {
        primary: { collection: 'account', pk: { field: 'pk', composite: ['customerId'] }, sk: { field: 'sk', composite: ['orderNumber'] } },
        byStatus: { index: 'gsi1', pk: { field: 'gsi1pk', composite: ['status'] }, sk: { field: 'gsi1sk', composite: ['placedAt'] } },
    },
}, configuration);

const shop = new Service({ customer: Customer, order: Order }, configuration);

await run({
    async create() {
        await Customer.put({
            customerId: 'Ada', name: 'Ada Lovelace', country: 'AT', visits: 3, credit: 12.5, isMember: true,
            address: { street: 'Ring 1', floor: 2 },
            contacts: [{ kind: 'mail', value: 'ada@example.org' }, { kind: 'phone', value: '1815' }],
            tags: ['b', 'a'], scores: [3, 1.5], settings: { theme: 'dark', sizes: [1, 2] },
            createdAt: 1700000000123, updatedAt: '2024-02-03T04:05:06.789Z',
        }).go();
        await Customer.put({ customerId: 'bob', name: 'Bob', country: 'DE', isMember: false, createdAt: 1700000001000 }).go();
        await Order.put({
            customerId: 'Ada', orderNumber: 7, status: 'open', placedAt: '2024-03-01T10:00:00.000Z',
            lines: [{ article: 'pen', count: 2, price: 1.25 }], note: 'ring twice',
        }).go();
        await Order.put({ customerId: 'Ada', orderNumber: 12, status: 'shipped', placedAt: '2024-03-02T10:00:00.000Z', lines: [] }).go();
    },

    async read(...ids) {
        const read = [];
        for (const customerId of ids) {
            const orders = (await Order.query.primary({ customerId }).go()).data;
            const gotten = [];
            for (const { orderNumber } of orders) gotten.push((await Order.get({ customerId, orderNumber }).go()).data);
            read.push({ customer: (await Customer.get({ customerId }).go()).data, orders, gotten, account: (await shop.collections.account({ customerId }).go()).data });
        }
        return {
            read,
            byCountry: (await Customer.query.byCountry({ country: 'AT' }).go()).data.map((customer) => customer.customerId),
            byStatus: (await Order.query.byStatus({ status: 'open' }).go()).data.map((order) => order.orderNumber),
        };
    },

    async change(customerId) {
        await Customer.patch({ customerId }).add({ visits: 1 }).set({ nickname: 'Changed', name: 'Renamed', country: 'AT' }).go();
    },
});
