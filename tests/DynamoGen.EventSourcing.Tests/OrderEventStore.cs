using DynamoGen.Transactions;

namespace DynamoGen.EventSourcing.Tests;

public sealed class OrderEventStore(
    IOrderEvents events, IOrderMarks marks, ITransactions transactions, EventStoreOptions? options = null, TimeProvider? timeProvider = null)
    : EventStore<StoredOrderEvent, OrderEvent, OrderMark>(events, marks, transactions, options, timeProvider);
