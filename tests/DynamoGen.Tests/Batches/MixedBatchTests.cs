using System.Text.Json.Nodes;
using DynamoGen.Batches;
using DynamoGen.Hosting;
using DynamoGen.Repositories;
using DynamoGen.Telemetry;
using DynamoGen.Telemetry.HotKeys;
using DynamoGen.Tests.Errors;
using DynamoGen.Tests.Repositories;
using DynamoGen.Tests.Telemetry;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Batches;

/// <summary>Batches of puts and deletions of two tables on the real server, and faults in between.</summary>
public sealed class MixedBatchTests(LocalServer server) : BankTest(server)
{
    private readonly InstantTime _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Puts_and_deletions_of_two_tables_are_one_request_of_exactly_these_bytes()
    {
        await PutAsync(new Account("old", 1));
        var (batches, faults) = FaultyBatches(static _ => Fault.None);

        await batches.WriteAsync([Put("a", 1), Delete("old"), PutPosting("p", 9), DeletePosting("none")], cancellationToken: Cancellation);

        Assert.Equal(
            Sent("""
            {"ReturnConsumedCapacity":"TOTAL","RequestItems":{
            "bank":[{"PutRequest":{"Item":{"pk":{"S":"ACCOUNT#a"},"sk":{"S":"BALANCE"},"_t":{"S":"Account"},"_v":{"N":"1"},"Id":{"S":"a"},"Balance":{"N":"1"}}}},
            {"DeleteRequest":{"Key":{"pk":{"S":"ACCOUNT#old"},"sk":{"S":"BALANCE"}}}}],
            "ledger":[{"PutRequest":{"Item":{"pk":{"S":"POSTING#p"},"_t":{"S":"Posting"},"_v":{"N":"1"},"Id":{"S":"p"},"Amount":{"N":"9"}}}},
            {"DeleteRequest":{"Key":{"pk":{"S":"POSTING#none"}}}}]}}
            """),
            Assert.Single(faults.Requests).Body.ToJsonString());
        Assert.Equal((1, 9), ((await GetAsync("a"))?.Balance, (await GetPostingAsync("p"))?.Amount));
        Assert.Null(await GetAsync("old"));
    }

    [Fact]
    public async Task Requests_are_filled_across_tables_and_tell_their_progress()
    {
        var (batches, faults) = FaultyBatches(static _ => Fault.None);
        var told = new List<BatchProgress>();

        await batches.WriteAsync(
            AsyncEnumerable.Range(0, 60).Select(number => number % 2 == 0 ? Put($"{number}", number) : PutPosting($"{number}", number)),
            new Told(told),
            Cancellation);

        Assert.Equal([25, 25, 10], faults.Requests.Select(CountOf));
        Assert.All(faults.Requests, request => Assert.Equal(2, request.Body["RequestItems"]!.AsObject().Count));
        Assert.Equal([25, 50, 60], told.Select(progress => progress.Done));
        Assert.Equal((58, 59), ((await GetAsync("58"))?.Balance, (await GetPostingAsync("59"))?.Amount));
    }

    [Fact]
    public async Task Entries_for_one_item_are_written_in_order_and_never_in_one_request()
    {
        var (batches, faults) = FaultyBatches(static request => new Fault.Unprocessed(index => request.Number < 2 && index == 0));

        await batches.WriteAsync([Put("a", 1), PutPosting("a", 7), Delete("a"), Put("a", 3), DeletePosting("a")], cancellationToken: Cancellation);

        Assert.Equal(3, (await GetAsync("a"))?.Balance);
        Assert.Null(await GetPostingAsync("a"));
        Assert.All(faults.Requests, request => Assert.Equal(CountOf(request), KeysOf(request).Distinct().Count()));
        Assert.Equal(2, faults.LeftOut);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_is_left_unprocessed_in_both_tables_is_written_and_read_in_the_end(int seed)
    {
        var random = new Random(seed);
        var (batches, faults) = FaultyBatches(_ => new Fault.Unprocessed(_ => random.Next(3) > 0));

        await batches.WriteAsync(
            Enumerable.Range(0, 80).SelectMany(number => new[] { Put($"{number}", number), PutPosting($"{number}", number) }), cancellationToken: Cancellation);
        var found = await batches.ReadItemsAsync(
            [.. Enumerable.Range(0, 80).SelectMany(number => new ReadAction[] { Read($"{number}"), ReadPosting($"{number}") })], true, Cancellation);

        Assert.Equal(
            Enumerable.Range(0, 80).SelectMany(number => new object[] { new Account($"{number}", number), new Posting($"{number}", number) }), found);
        Assert.True(faults.LeftOut > 100, $"{faults.LeftOut} left out");
        Assert.NotEmpty(_time.Delays);
    }

    [Fact]
    public async Task Reads_stand_in_the_order_of_their_actions_across_tables_and_requests()
    {
        await PutAsync(Enumerable.Range(0, 120).Select(number => new Account($"{number}", number)));
        await Services.GetRequiredService<ITransactions>().WriteAsync(
            [Context.Action(BankPatterns.CreatePosting, new CreatePosting(new Posting("p", 9)))], cancellationToken: Cancellation);
        var (batches, faults) = FaultyBatches(static _ => Fault.None);

        var found = await batches.ReadItemsAsync(
            [ReadPosting("p"), .. Enumerable.Range(0, 120).Reverse().Select(number => Read($"{number}")), Read("none"), Read("3"), ReadPosting("p")],
            cancellationToken: Cancellation);

        Assert.Equal(
            [new Posting("p", 9), .. Enumerable.Range(0, 120).Reverse().Select(number => new Account($"{number}", number)), null, new Account("3", 3), new Posting("p", 9)],
            found);
        Assert.Equal([100, 22], faults.Requests.Select(CountOf));
        Assert.Equal((new Account("1", 1), new Posting("p", 9)), await batches.ReadAsync(Read("1"), ReadPosting("p"), cancellationToken: Cancellation));
        Assert.Equal((null, new Posting("p", 9), new Account("2", 2)),
            await batches.ReadAsync(Read("none"), ReadPosting("p"), Read("2"), consistentRead: true, cancellationToken: Cancellation));
        Assert.Equal([new Account("2", 2), null], await batches.ReadAsync([Read("2"), Read("none")], cancellationToken: Cancellation));
        Assert.Empty(await batches.ReadItemsAsync([], cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Consistent_reads_say_so_for_each_table()
    {
        var (batches, faults) = FaultyBatches(static _ => Fault.None);

        await batches.ReadItemsAsync([Read("a"), ReadPosting("p")], consistentRead: true, Cancellation);

        Assert.Equal(
            Sent("""
            {"ReturnConsumedCapacity":"TOTAL","RequestItems":{
            "bank":{"ConsistentRead":true,"Keys":[{"pk":{"S":"ACCOUNT#a"},"sk":{"S":"BALANCE"}}]},
            "ledger":{"ConsistentRead":true,"Keys":[{"pk":{"S":"POSTING#p"}}]}}}
            """),
            Assert.Single(faults.Requests).Body.ToJsonString());
    }

    [Fact]
    public async Task What_a_batch_that_ends_early_did_not_write_can_be_written_again()
    {
        Options.Batches.MaxAttempts = 2;
        var (batches, _) = FaultyBatches(static request => new Fault.Unprocessed(index => index == CountOf(request) - 1));
        BatchWrite[] writes = [Put("a", 1), PutPosting("p", 2), Delete("b")];

        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(
            () => batches.Named("Import").WriteAsync(writes, cancellationToken: Cancellation).AsTask());

        Assert.Equal(("Import", 3), (incomplete.AccessPattern, incomplete.Taken));
        Assert.Equal(incomplete.NotDone.Select(index => writes[index]), incomplete.Entities<BatchWrite>());
        Assert.Equal([1], incomplete.NotDone);
        await new ClientBatches(Context).WriteAsync(incomplete.Entities<BatchWrite>(), cancellationToken: Cancellation);
        Assert.Equal((1, 2), ((await GetAsync("a"))?.Balance, (await GetPostingAsync("p"))?.Amount));
    }

    [Fact]
    public async Task A_cancelled_batch_says_how_far_it_came()
    {
        using var cancellation = new CancellationTokenSource();
        var (batches, faults) = FaultyBatches(request =>
        {
            if (request.Number == 1)
            {
                cancellation.Cancel();
            }

            return Fault.None;
        });

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => batches.WriteAsync(Enumerable.Range(0, 80).Select(number => Put($"{number}", number)), cancellationToken: cancellation.Token).AsTask());
        var early = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => batches.WriteAsync([Put("a", 1)], cancellationToken: cancellation.Token).AsTask());

        Assert.InRange(Assert.IsType<BatchIncompleteException>(cancelled.InnerException).Taken, 50, 51);
        Assert.Equal(0, Assert.IsType<BatchIncompleteException>(early.InnerException).Taken);
        Assert.Equal(2, faults.Requests.Count);
    }

    [Fact]
    public async Task Nothing_to_do_sends_nothing_and_what_cannot_be_sent_is_listed()
    {
        var (batches, faults) = FaultyBatches(static _ => Fault.None);

        await batches.WriteAsync([], cancellationToken: Cancellation);
        var absent = await Assert.ThrowsAsync<BatchIncompleteException>(
            () => batches.WriteAsync([Put("a", 1), null!], cancellationToken: Cancellation).AsTask());
        var large = await Assert.ThrowsAsync<BatchIncompleteException>(
            () => batches.WriteAsync([Put("a", 1, new string('x', 500_000))], cancellationToken: Cancellation).AsTask());
        await Assert.ThrowsAsync<ArgumentException>("actions", () => batches.ReadItemsAsync([null!], cancellationToken: Cancellation).AsTask());
        Assert.Throws<ArgumentException>("name", () => batches.Named(" "));

        Assert.IsType<ArgumentException>(absent.InnerException);
        Assert.IsType<ItemTooLargeException>(large.InnerException);
        Assert.Empty(faults.Requests);
    }

    [Fact]
    public async Task An_answer_about_another_table_or_item_is_an_error_and_no_silent_loss()
    {
        foreach (var answer in new[]
        {
            """{"Responses":{"other":[{"pk":{"S":"ACCOUNT#a"},"sk":{"S":"BALANCE"}}]}}""",
            """{"Responses":{"ledger":[{"pk":{"S":"POSTING#x"}}]}}""",
        })
        {
            var (batches, _) = FaultyBatches(_ => new Fault.Answered(Sent(answer)));

            var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(
                () => batches.ReadItemsAsync([Read("a"), ReadPosting("p")], cancellationToken: Cancellation).AsTask());

            Assert.IsType<ItemFormatException>(incomplete.InnerException);
        }
    }

    [Fact]
    public async Task What_is_left_unprocessed_and_hot_keys_are_counted_for_each_table()
    {
        var sketches = new HotKeySketches(new HotKeyOptions());
        using var factory = new OwnMeterFactory();
        using var telemetry = new DynamoGenTelemetry(factory) { HotKeys = sketches };
        using var measurements = new Measurements(factory);
        var faults = new FaultTransport(
            Services.GetRequiredService<ITransport>(), static request => new Fault.Unprocessed(index => request.Number == 0 && index != 1));
        var batches = new ClientBatches(new RepositoryContext(faults, telemetry, Options, _time));

        await batches.WriteAsync([Put("a", 1), Put("b", 2), PutPosting("p", 3)], cancellationToken: Cancellation);

        var (bank, ledger) = (Options.TableName(BankPatterns.Put.Table), Options.TableName(BankPatterns.GetPosting.Table));
        Assert.Equal([(bank, 1.0), (ledger, 1.0)], measurements.Of("dynamogen.batch.unprocessed")
            .Select(unprocessed => ((string)unprocessed.Tags["db.collection.name"]!, Convert.ToDouble(unprocessed.Value, null))).Order());
        Assert.Equal([(bank, 2.0), (ledger, 1.0)], sketches.Report().Keys.GroupBy(key => key.Table).Select(table => (table.Key, table.Sum(key => key.Units))));
    }

    [Fact]
    public void An_entry_says_what_is_sent_for_it()
    {
        var (put, delete) = (Put("a", 1), DeletePosting("p"));

        Assert.Equal(("IAccounts.PutEntry", Options.TableName(BankPatterns.Put.Table), null), (put.Pattern.Name, put.TableName, put.Region));
        Assert.Equal("""{"PutRequest":{"Item":{"pk":{"S":"ACCOUNT#a"},"sk":{"S":"BALANCE"},"_t":{"S":"Account"},"_v":{"N":"1"},"Id":{"S":"a"},"Balance":{"N":"1"}}}}""", put.ToJson());
        Assert.Equal("""{"DeleteRequest":{"Key":{"pk":{"S":"POSTING#p"}}}}""", delete.ToJson());
    }

    [Fact]
    public void Batches_are_registered_where_they_are_asked_for_and_under_the_name_of_their_client()
    {
        var services = new ServiceCollection();
        services.AddDynamoGen(static options => options.Region = "eu-west-1");
        services.AddDynamoGen("archive", static options => options.Region = "eu-west-1").AddBatches().AddBatches();
        using var provider = services.BuildServiceProvider();

        Assert.Null(provider.GetService<IBatches>());
        Assert.NotNull(provider.GetKeyedService<IBatches>("archive"));
        Assert.Single(services, static service => service.ServiceType == typeof(IBatches));
    }

    /// <summary>A message in one line, with the tables' names of this test.</summary>
    private string Sent(string json) => json.Replace("\n", string.Empty, StringComparison.Ordinal)
        .Replace("\"bank\"", $"\"{Options.TableName(BankPatterns.Put.Table)}\"", StringComparison.Ordinal)
        .Replace("\"ledger\"", $"\"{Options.TableName(BankPatterns.GetPosting.Table)}\"", StringComparison.Ordinal);

    private BatchWrite Put(string id, long balance, string? notes = null) =>
        Context.BatchPut<Account, Account.Marshaller>(BankPatterns.PutEntry, new Account(id, balance) { Notes = notes });

    private BatchWrite Delete(string id) => Context.BatchDelete(BankPatterns.DeleteEntry, new AccountKey(id));

    private BatchWrite PutPosting(string id, long amount) =>
        Context.BatchPut<Posting, Posting.Marshaller>(BankPatterns.PutPostingEntry, new Posting(id, amount));

    private BatchWrite DeletePosting(string id) => Context.BatchDelete(BankPatterns.DeletePostingEntry, new PostingKey(id));

    private ReadAction<Account> Read(string id) =>
        Context.ReadAction<Account, Account.Marshaller, AccountKey>(BankPatterns.Get, new AccountKey(id));

    private ReadAction<Posting> ReadPosting(string id) =>
        Context.ReadAction<Posting, Posting.Marshaller, PostingKey>(BankPatterns.GetPosting, new PostingKey(id));

    private (IBatches Batches, FaultTransport Faults) FaultyBatches(Func<SentRequest, Fault> plan)
    {
        var (context, faults) = Faulty(plan, _time);
        return (new ClientBatches(context), faults);
    }

    private static int CountOf(SentRequest request) => EntriesOf(request).Count();

    private static IEnumerable<JsonNode> EntriesOf(SentRequest request) => request.Body["RequestItems"]!.AsObject()
        .SelectMany(table => (table.Value as JsonArray ?? table.Value!["Keys"]!.AsArray()).Select(entry => entry!));

    private static IEnumerable<string> KeysOf(SentRequest request) => request.Body["RequestItems"]!.AsObject().SelectMany(table =>
        table.Value!.AsArray().Select(entry => table.Key + (entry!["PutRequest"]?["Item"] ?? entry["DeleteRequest"]!["Key"])!["pk"]!["S"]));

    private sealed class Told(List<BatchProgress> told) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => told.Add(value);
    }
}
