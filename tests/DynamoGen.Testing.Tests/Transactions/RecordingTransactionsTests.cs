using System.Text.Json;
using DynamoGen.Transactions;

namespace DynamoGen.Testing.Tests.Transactions;

/// <summary>Code that writes transactions is tested without a server.</summary>
public sealed class RecordingTransactionsTests
{
    private readonly IOrders _orders = OfflineRepository.Create<IOrders>();
    private readonly ICredits _credits = OfflineRepository.Create<ICredits>();
    private readonly RecordingTransactions _transactions = new();

    [Fact]
    public async Task What_a_transaction_writes_can_be_read()
    {
        var order = new Order("ALFKI", 7, 12.5m);

        Assert.True(await new Checkout(_orders, _credits, _transactions).PlaceAsync(order));

        var placed = Assert.Single(_transactions.Transactions);
        Assert.Equal("Checkout", placed.Name);
        Assert.Null(placed.Failure);
        var (put, update) = (placed.Actions[0], placed.Actions[1]);
        Assert.Equal(("IOrders.PutAction", "shop", ActionKind.Put), (put.AccessPattern, put.Table, put.Kind));
        Assert.Equal(order, put.ItemAs<Order, Order.Marshaller>());
        Assert.Equal(["CUSTOMER#ALFKI", put.Item!["sk"].S], [put.Key["pk"].S, put.Key["sk"].S]);
        Assert.Equal(ActionKind.Update, update.Kind);
        Assert.Equal("CREDIT", update.Key["sk"].S);
        Assert.Contains("Amount", update.Names.Values);
        Assert.Contains(update.Values.Values, static value => value.N == "12.5");
        Assert.NotNull(update.Condition);
        Assert.NotNull(update.Update);
        Assert.Null(update.Item);
    }

    [Fact]
    public async Task A_transaction_fails_as_the_test_says()
    {
        _transactions.FailNext(TransactionFailureReason.ConditionFailed, slot: 1, ConditionFailureReason.Condition);
        var checkout = new Checkout(_orders, _credits, _transactions);

        Assert.False(await checkout.PlaceAsync(new Order("ALFKI", 1, 10)));
        Assert.True(await checkout.PlaceAsync(new Order("ALFKI", 1, 10)));

        var failed = Assert.IsType<TransactionFailedException>(_transactions.Transactions[0].Failure);
        Assert.Equal("slot 1 (ICredits.UpdateAction): ConditionFailed", failed.Failures[0].ToString());
        Assert.Null(_transactions.Transactions[1].Failure);
    }

    [Fact]
    public async Task Conflicts_throttling_and_any_exception_are_thrown_as_the_real_transactions_do()
    {
        _transactions.FailNext(TransactionFailureReason.Conflict).FailNext(TransactionFailureReason.Throttled).FailNext(new TimeoutException());
        Task Write() => _transactions.WriteAsync([_credits.DeleteAction("ALFKI")]).AsTask();

        await Assert.ThrowsAsync<ConflictException>(Write);
        await Assert.ThrowsAsync<ThrottledException>(Write);
        await Assert.ThrowsAsync<TimeoutException>(Write);
        await Write();
        Assert.Equal(4, _transactions.Transactions.Count);
    }

    [Fact]
    public async Task A_slot_that_the_transaction_does_not_have_is_the_tests_mistake()
    {
        _transactions.FailNext(TransactionFailureReason.ConditionFailed, slot: 1);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await _transactions.WriteAsync([_credits.DeleteAction("ALFKI")]));
    }

    [Fact]
    public async Task A_read_finds_what_is_arranged_and_nothing_else()
    {
        var credit = new Credit("ALFKI", 5);
        _transactions.Finds(_credits.GetAction("ALFKI"), credit);

        var (order, found, other) = await _transactions.ReadAsync(_orders.GetAction("ALFKI", 1), _credits.GetAction("ALFKI"), _credits.GetAction("BERGS"));

        Assert.Equal((null, credit, null), (order, found, other));
        var read = Assert.Single(_transactions.Transactions);
        Assert.Equal("ITransactions.Read", read.Name);
        Assert.Equal([ActionKind.Get, ActionKind.Get, ActionKind.Get], read.Actions.Select(static action => action.Kind));
    }

    [Fact]
    public async Task What_the_real_transactions_refuse_is_refused_and_not_recorded()
    {
        var order = new Order("ALFKI", 1, 10);

        await Assert.ThrowsAsync<InvalidTransactionException>(async () => await _transactions.WriteAsync([]));
        await Assert.ThrowsAsync<InvalidTransactionException>(async () => await _transactions.WriteAsync([_orders.PutAction(order), _orders.PutAction(order)]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await _transactions.WriteAsync([_orders.PutAction(order)], new string('x', 37)));

        Assert.Empty(_transactions.Transactions);
    }

    [Fact]
    public async Task Every_kind_of_action_is_told()
    {
        await _transactions.WriteAsync([_credits.CheckAction("ALFKI", 3), _credits.DeleteAction("BERGS")], "token");

        var written = Assert.Single(_transactions.Transactions);
        Assert.Equal("token", written.IdempotencyToken);
        Assert.Equal(["ICredits.CheckAction (ConditionCheck)", "ICredits.DeleteAction (Delete)"], written.Actions.Select(static action => action.ToString()));
        Assert.Equal("CUSTOMER#BERGS", written.Actions[1].Key["pk"].S);
        Assert.Throws<InvalidOperationException>(() => written.Actions[1].ItemAs<Credit, Credit.Marshaller>());
    }

    [Fact]
    public async Task An_action_with_a_unique_value_is_the_write_of_the_item_and_sends_the_marker_with_it()
    {
        var member = new Member("7", "ann@example.com");
        var action = OfflineRepository.Create<IMembers>().CreateAction(member);

        await _transactions.WriteAsync([action]);

        var create = Assert.Single(Assert.Single(_transactions.Transactions).Actions);
        Assert.Equal(("IMembers.CreateAction", ActionKind.Put), (create.AccessPattern, create.Kind));
        Assert.Equal(member, create.ItemAs<Member, Member.Marshaller>());
        using var sent = JsonDocument.Parse(action.ToJson());
        Assert.Equal(2, sent.RootElement.GetArrayLength());
        Assert.Contains("EMAIL#ann@example.com", sent.RootElement[1].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offline_repository_sends_nothing()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () => await _orders.Get("ALFKI", 1));

        Assert.StartsWith("IOrders.Get would send a GetItem", refused.Message, StringComparison.Ordinal);
    }
}
