using System.Diagnostics;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Telemetry;

/// <summary>The spans of requests to the real server, by whichever transport the tests use.</summary>
public sealed class RequestSpanTests(LocalServer server) : BankTest(server)
{
    [Fact]
    public async Task A_request_says_where_it_went_and_what_the_server_says_of_it()
    {
        using var spans = new Spans(Services.GetRequiredService<DynamoGenTelemetry>());

        await PutAsync(new Account("one", 1));
        await GetAsync("one");

        Assert.Equal(4, spans.Ended.Count);
        foreach (var (request, call) in new[] { (spans.Ended[0], spans.Ended[1]), (spans.Ended[2], spans.Ended[3]) })
        {
            Assert.Equal((ActivityKind.Client, ActivityKind.Internal), (request.Kind, call.Kind));
            Assert.Equal(call.SpanId, request.ParentSpanId);
            Assert.Equal(call.DisplayName, request.GetTagItem("db.query.summary"));
            Assert.Equal(ConsumedUnits.Of(call), ConsumedUnits.Of(request));
            Assert.True(ConsumedUnits.Of(call) > 0);
            Assert.IsType<string>(request.GetTagItem("aws.request_id"));
        }

        Assert.Equal(true, spans.Ended[2].GetTagItem("aws.dynamodb.consistent_read"));
        Assert.Equal(1L, spans.Ended[2].GetTagItem("db.response.returned_rows"));
    }

    [Fact]
    public async Task A_transaction_is_a_batch_of_its_actions()
    {
        using var spans = new Spans(Services.GetRequiredService<DynamoGenTelemetry>());

        await Services.GetRequiredService<ITransactions>().WriteAsync(
            [
                new WriteAction<PutAccount>(BankPatterns.Put, Options.TableName(BankPatterns.Put.Table), new PutAccount(new Account("one", 1))),
                new WriteAction<PutAccount>(BankPatterns.Put, Options.TableName(BankPatterns.Put.Table), new PutAccount(new Account("two", 2))),
            ],
            cancellationToken: TestContext.Current.CancellationToken);

        var (request, call) = (spans.Ended[0], spans.Ended[1]);
        Assert.Equal(2, request.GetTagItem("db.operation.batch.size"));
        Assert.Equal("ITransactions.Write", call.DisplayName);
        Assert.Equal(ConsumedUnits.Of(call), ConsumedUnits.Of(request));
    }

    [Fact]
    public async Task A_batch_of_several_tables_names_all_of_them_though_the_second_one_comes_late()
    {
        using var spans = new Spans(Services.GetRequiredService<DynamoGenTelemetry>());
        var accounts = Enumerable.Range(0, 30).Select(number =>
            Context.BatchPut<Account, Account.Marshaller>(BankPatterns.PutEntry, new Account($"{number}", number)));
        var posting = Context.BatchPut<Posting, Posting.Marshaller>(BankPatterns.PutPostingEntry, new Posting("p", 1));

        await new ClientBatches(Context).Named("Import").WriteAsync(accounts.Append(posting), cancellationToken: TestContext.Current.CancellationToken);

        var (bank, ledger) = (Options.TableName(BankPatterns.Put.Table), Options.TableName(BankPatterns.GetPosting.Table));
        var (first, second, call) = (spans.Ended[0], spans.Ended[1], spans.Ended[2]);
        Assert.Equal("Import", call.DisplayName);
        Assert.Equal([bank], Assert.IsType<string[]>(first.GetTagItem("aws.dynamodb.table_names")));
        Assert.Equal([bank, ledger], Assert.IsType<string[]>(second.GetTagItem("aws.dynamodb.table_names")));
        Assert.Equal([bank, ledger], Assert.IsType<string[]>(call.GetTagItem("aws.dynamodb.table_names")));
        Assert.Equal((bank, null), (first.GetTagItem("db.collection.name"), call.GetTagItem("db.collection.name")));
        Assert.Equal(ConsumedUnits.Of(call), ConsumedUnits.Of(first) + ConsumedUnits.Of(second));
        Assert.Equal(31, ConsumedUnits.Of(call));
    }

    [Fact]
    public async Task Transactions_have_the_name_that_their_caller_gives_them()
    {
        using var spans = new Spans(Services.GetRequiredService<DynamoGenTelemetry>());
        var transactions = Services.GetRequiredService<ITransactions>().Named("Checkout");
        var table = Options.TableName(BankPatterns.Put.Table);

        await transactions.WriteAsync(
            [new WriteAction<PutAccount>(BankPatterns.Put, table, new PutAccount(new Account("one", 1)))],
            cancellationToken: TestContext.Current.CancellationToken);
        await transactions.Named("Balance").ReadItemsAsync(
            [new ReadAction<Account, Account.Marshaller, AccountKey>(BankPatterns.Get, table, new AccountKey("one"))],
            TestContext.Current.CancellationToken);

        Assert.Equal(["Checkout", "Balance"], spans.Ended.Where(span => span.Kind == ActivityKind.Internal).Select(span => span.DisplayName));
        Assert.Equal(
            ["Checkout", "Checkout", "Balance", "Balance"], spans.Ended.Select(span => span.GetTagItem("db.query.summary")));
        Assert.All(spans.Ended, span => Assert.Equal(span.GetTagItem("db.query.summary"), span.GetTagItem("dynamogen.access_pattern")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_name_of_transactions_is_not_empty(string name) =>
        Assert.Throws<ArgumentException>(() => Services.GetRequiredService<ITransactions>().Named(name));
}
