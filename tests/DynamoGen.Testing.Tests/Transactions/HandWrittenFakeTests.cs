using DynamoGen.Transactions;

namespace DynamoGen.Testing.Tests.Transactions;

/// <summary>A fake of a repository that a test writes itself; what it returns for a transaction is what the real repository returns.</summary>
public sealed class HandWrittenFakeTests
{
    [Fact]
    public async Task Code_is_tested_on_fakes_alone()
    {
        var transactions = new RecordingTransactions();
        var orders = new FakeOrders();

        Assert.True(await new Checkout(orders, OfflineRepository.Create<ICredits>(), transactions).PlaceAsync(new Order("ALFKI", 1, 10)));

        Assert.Equal("IOrders.PutAction", transactions.Transactions[0].Actions[0].AccessPattern);
    }

    [Fact]
    public void An_action_of_a_fake_is_that_of_the_real_repository()
    {
        var order = new Order("ALFKI", 1, 10);

        Assert.Equal(OfflineRepository.Create<IOrders>().PutAction(order).ToJson(), new FakeOrders().PutAction(order).ToJson());
        Assert.StartsWith("[{\"Put\":{\"TableName\":\"shop\",", new FakeOrders().PutAction(order).ToJson(), StringComparison.Ordinal);
        Assert.Equal(
            """[{"Get":{"TableName":"shop","Key":{"pk":{"S":"CUSTOMER#ALFKI"},"sk":{"S":"CREDIT"}}}}]""",
            OfflineRepository.Create<ICredits>().GetAction("ALFKI").ToJson());
    }

    private sealed class FakeOrders : IOrders
    {
        private readonly IOrders _actions = OfflineRepository.Create<IOrders>();
        private readonly Dictionary<(string, int), Order> _stored = [];

        public ValueTask<Order?> Get(string customerId, int orderId, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(_stored.GetValueOrDefault((customerId, orderId)));

        public ValueTask Put(Order order, CancellationToken cancellationToken = default)
        {
            _stored[(order.CustomerId, order.OrderId)] = order;
            return default;
        }

        public WriteAction PutAction(Order order) => _actions.PutAction(order);

        public ReadAction<Order> GetAction(string customerId, int orderId) => _actions.GetAction(customerId, orderId);

        public IAsyncEnumerable<Order> OfCustomer(string customerId) => throw new NotSupportedException();

        public ValueTask<Page<Order>> Page(string customerId, int limit, string? cursor) => throw new NotSupportedException();

        public ValueTask Create(Order order) => throw new NotSupportedException();

        public ValueTask Remove(string customerId, int orderId) => throw new NotSupportedException();

        public ValueTask<bool> UpdateTotal(string customerId, int orderId, decimal by) => throw new NotSupportedException();

        public ValueTask PutMany(IEnumerable<Order> orders) => throw new NotSupportedException();

        public IAsyncEnumerable<Order> GetMany(IEnumerable<Order.PrimaryKey> keys) => throw new NotSupportedException();
    }
}
