// A shop by OneTable: two models in one table, timestamps, a unique value, a padded number in a key, and an index.
import { Table } from 'dynamodb-onetable';
import { client, run, table } from './Verbs.mjs';

const shop = new Table({
    client, name: table, partial: true, logger: false,
    schema: {
        format: 'onetable:1.1.0', version: '0.0.1',
        indexes: { primary: { hash: 'pk', sort: 'sk' }, gsi1: { hash: 'gsi1pk', sort: 'gsi1sk', project: 'all' } },
        models: {
            Customer: {
                pk: { type: String, value: 'customer#${customerId}' },
                sk: { type: String, value: 'profile' },
                gsi1pk: { type: String, value: 'country#${country}' },
                gsi1sk: { type: String, value: 'customer#${name}' },
                customerId: { type: String, required: true },
                name: { type: String, required: true },
                country: { type: String, required: true },
                mail: { type: String, unique: true },
                visits: { type: Number, default: 0 },
                credit: { type: Number },
                isMember: { type: Boolean },
                nickname: { type: String },
                birthday: { type: Date },
                address: { type: Object, schema: { street: { type: String }, floor: { type: Number } } },
                contacts: { type: Array, items: { type: Object, schema: { kind: { type: String }, value: { type: String } } } },
                tags: { type: Set },
                photo: { type: Buffer },
            },
            Order: {
                pk: { type: String, value: 'customer#${customerId}' },
                sk: { type: String, value: 'order#${orderNumber:6:0}' },
                gsi1pk: { type: String, value: 'status#${status}' },
                gsi1sk: { type: String, value: 'order#${orderNumber}' },
                customerId: { type: String, required: true },
                orderNumber: { type: Number, required: true },
                status: { type: String, enum: ['open', 'shipped'], required: true },
                placedAt: { type: Date, required: true },
                lines: { type: Array, items: { type: Object, schema: { article: { type: String }, count: { type: Number }, price: { type: Number } } } },
                note: { type: String },
            },
        },
        params: { isoDates: true, timestamps: true, typeField: '_type' },
    },
});

const Customer = shop.getModel('Customer');
const Order = shop.getModel('Order');

await run({
    async create() {
        await Customer.create({
            customerId: 'Ada', name: 'Ada Lovelace', country: 'AT', mail: 'ada@example.org', visits: 3, credit: 12.5, isMember: true,
            birthday: new Date('1815-12-10T01:02:03.004Z'),
            address: { street: 'Ring 1', floor: 2 },
            contacts: [{ kind: 'mail', value: 'ada@example.org' }, { kind: 'phone', value: '1815' }],
            tags: new Set(['b', 'a']), photo: Buffer.from([1, 2, 255]),
        });
        await Customer.create({ customerId: 'bob', name: 'Bob', country: 'DE', isMember: false });
        await Order.create({
            customerId: 'Ada', orderNumber: 7, status: 'open', placedAt: new Date('2024-03-01T10:00:00Z'),
            lines: [{ article: 'pen', count: 2, price: 1.25 }], note: 'ring twice',
        });
        await Order.create({ customerId: 'Ada', orderNumber: 12, status: 'shipped', placedAt: new Date('2024-03-02T10:00:00Z'), lines: [] });
    },

    async read(...ids) {
        const read = [];
        for (const customerId of ids) {
            const orders = await Order.find({ customerId });
            const gotten = [];
            for (const { orderNumber } of orders) gotten.push(await Order.get({ customerId, orderNumber }));
            read.push({ customer: await Customer.get({ customerId }), orders, gotten, account: await shop.fetch(['Customer', 'Order'], { pk: `customer#${customerId}` }) });
        }
        return {
            read,
            byCountry: (await Customer.find({ country: 'AT' }, { index: 'gsi1' })).map((customer) => customer.customerId),
            byStatus: (await Order.find({ status: 'open' }, { index: 'gsi1' })).map((order) => order.orderNumber),
        };
    },

    async change(customerId) {
        await Customer.update({ customerId, nickname: 'Changed', name: 'Renamed', country: 'AT' }, { add: { visits: 1 } });
    },
});
