using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Errors;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Batches;

/// <summary>Batches that meet faults between the client and the real server: what is not done is sent again, or listed.</summary>
public sealed class BatchFaultTests(LocalServer server) : BankTest(server)
{
    private readonly InstantTime _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_parts_left_unprocessed_again_and_again_are_all_written_read_and_deleted(int seed)
    {
        var random = new Random(seed);
        var accounts = Accounts(300);
        var (context, faults) = Faulty(_ => new Fault.Unprocessed(_ => random.Next(3) > 0), _time);

        await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, accounts, CancellationToken.None);
        var (writes, leftOut) = (faults.Requests.Count, faults.LeftOut);
        Assert.Equal(accounts, await AllAsync(accounts));

        var found = await context.GetManyAsync<Account, Account.Marshaller, AccountKey>(BankPatterns.GetMany, Keys(accounts), consistentRead: true)
            .ToListAsync();
        Assert.Equal(accounts, found.OrderBy(account => account.Balance));
        var leftUnread = faults.LeftOut - leftOut;

        await context.DeleteManyAsync(BankPatterns.DeleteMany, Keys(accounts[5..]), CancellationToken.None);
        Assert.Equal(accounts[..5], await AllAsync(accounts));

        // Two of three entries are left out of each request, so that each is sent about three times.
        Assert.InRange(leftOut, 400, 900);
        Assert.InRange(leftUnread, 400, 900);
        Assert.True(writes >= 28, $"{writes} requests");
        Assert.True(_time.Delays.Count >= 50, $"{_time.Delays.Count} delays");
    }

    [Fact]
    public async Task Puts_of_one_key_keep_their_order_though_the_first_is_left_unprocessed()
    {
        var (context, faults) = Faulty(static request => new Fault.Unprocessed(index => request.Number < 3 && index == 0), _time);

        await context.PutManyAsync<Account, Account.Marshaller>(
            BankPatterns.PutMany, [new("a", 1), new("b", 1), new("a", 2), new("b", 2)], CancellationToken.None);

        Assert.Equal((2, 2), ((await GetAsync("a"))?.Balance, (await GetAsync("b"))?.Balance));
        Assert.Equal(3, faults.LeftOut);
    }

    [Fact]
    public async Task Throttled_requests_are_sent_again_with_growing_delays()
    {
        // A random delay of less than a millisecond is none.
        (Options.Batches.BaseDelay, Options.Batches.MaxDelay) = (TimeSpan.FromHours(10), TimeSpan.FromDays(1));
        var accounts = Accounts(50);
        var (context, faults) = Faulty(
            static request => request.Number is < 4 or 5 or 6 ? new Fault.Refused(new ProvisionedThroughputExceededException("Slow down.")) : Fault.None,
            _time);

        await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, accounts, CancellationToken.None);

        Assert.Equal(accounts, await AllAsync(accounts));
        Assert.Equal((6, 8), (faults.Count<Fault.Refused>(), faults.Requests.Count));
        Assert.Equal(6, _time.Delays.Count);
    }

    [Fact]
    public async Task What_stays_unprocessed_is_listed_exactly_and_can_be_put_again()
    {
        Options.Batches.MaxAttempts = 3;
        var accounts = Accounts(70);
        var stubborn = new HashSet<string> { "\"3\u00e9", "\"7\u00e9", "\"42\u00e9" };
        var (context, faults) = Faulty(
            request => new Fault.Unprocessed(index => stubborn.Contains((string)Item(request, index)["Id"]!["S"]!)), _time);

        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(async () =>
            await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, accounts, CancellationToken.None));

        Assert.Equal([3, 7, 42], incomplete.NotDone);
        Assert.Equal([accounts[3], accounts[7], accounts[42]], incomplete.Entities<Account>());
        Assert.Empty(incomplete.Entities<Posting>());
        Assert.Null(incomplete.InnerException);
        Assert.Equal("IAccounts.PutMany ended with 3 entries not done, because DynamoDB left them unprocessed in every attempt.", incomplete.Message);
        Assert.Equal(67, (await AllAsync(accounts)).Count);
        Assert.True(faults.LeftOut >= 9, $"{faults.LeftOut} left out");

        await Context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, incomplete.Entities<Account>(), CancellationToken.None);
        Assert.Equal(accounts, await AllAsync(accounts));
    }

    [Fact]
    public async Task Endless_throttling_ends_with_everything_that_was_not_done_and_the_reason()
    {
        Options.Batches.MaxAttempts = 4;
        var accounts = Accounts(60);
        var (context, faults) = Faulty(
            static request => request.Number == 0 ? Fault.None : new Fault.Refused(new ThrottlingException("Slow down.")), _time);

        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(async () =>
            await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, accounts, CancellationToken.None));

        Assert.Equal(Enumerable.Range(25, 25), incomplete.NotDone);
        Assert.Equal(50, incomplete.Taken);
        Assert.IsType<ThrottledException>(incomplete.InnerException);
        Assert.Equal(5, faults.Requests.Count);
        Assert.Equal(accounts[..25], await AllAsync(accounts));
    }

    [Fact]
    public async Task A_lost_answer_ends_the_call_and_putting_the_list_again_loses_and_doubles_nothing()
    {
        var accounts = Accounts(80);
        var (context, faults) = Faulty(
            static request => request.Number is 1 or 3 ? new Fault.AnswerLost(new IOException("The connection was reset.")) : Fault.None, _time);
        IReadOnlyList<Account> remaining = accounts;
        var ended = 0;
        while (remaining.Count > 0)
        {
            try
            {
                await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, remaining, CancellationToken.None);
                remaining = [];
            }
            catch (BatchIncompleteException incomplete)
            {
                ended++;
                Assert.IsType<IOException>(incomplete.InnerException);
                remaining = [.. incomplete.Entities<Account>(), .. remaining.Skip(incomplete.Taken)];
            }
        }

        Assert.Equal((2, 2), (ended, faults.Count<Fault.AnswerLost>()));
        Assert.Equal(accounts, await AllAsync(accounts));
    }

    [Fact]
    public async Task Items_read_before_a_fault_stay_and_the_keys_not_read_are_listed()
    {
        var accounts = Accounts(230);
        await Context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, accounts, CancellationToken.None);
        var (context, _) = Faulty(
            static request => request.Number switch
            {
                0 => new Fault.Unprocessed(static index => index >= 90),
                _ => new Fault.Refused(new IOException("The connection was reset.")),
            },
            _time);
        var found = new List<Account>();

        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(async () =>
        {
            await foreach (var account in context.GetManyAsync<Account, Account.Marshaller, AccountKey>(
                BankPatterns.GetMany, Keys(accounts), consistentRead: true))
            {
                found.Add(account);
            }
        });

        Assert.Equal(accounts[..90], found.OrderBy(account => account.Balance));
        Assert.Equal(Enumerable.Range(90, 100), incomplete.NotDone);
        Assert.Equal(190, incomplete.Taken);
    }

    [Fact]
    public async Task An_entity_that_cannot_be_stored_ends_the_call_before_its_request_and_is_listed()
    {
        var accounts = Accounts(40);
        accounts[30] = accounts[30] with { Notes = new string('x', 500_000) };
        accounts[35] = null!;

        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(async () =>
            await Context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, accounts, CancellationToken.None));

        Assert.Equal(Enumerable.Range(25, 6), incomplete.NotDone);
        Assert.Equal(31, incomplete.Taken);
        Assert.IsType<ItemTooLargeException>(incomplete.InnerException);
        Assert.Equal(accounts[25..31], incomplete.Entities<Account>());
        var absent = await Assert.ThrowsAsync<BatchIncompleteException>(async () =>
            await Context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, accounts[31..], CancellationToken.None));
        Assert.IsType<ItemValueException>(absent.InnerException);
    }

    [Fact]
    public async Task A_sequence_that_breaks_lists_what_it_gave_and_was_not_sent()
    {
        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(async () =>
            await Context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, Broken(), CancellationToken.None));

        Assert.Equal([25, 26], incomplete.NotDone);
        Assert.Equal("The file ends here.", Assert.IsType<InvalidDataException>(incomplete.InnerException).Message);

        static IEnumerable<Account> Broken()
        {
            foreach (var account in Accounts(27))
            {
                yield return account;
            }

            throw new InvalidDataException("The file ends here.");
        }
    }

    [Fact]
    public async Task An_answer_about_entries_that_were_not_sent_is_an_error_and_no_silent_loss()
    {
        var (context, _) = Faulty(static _ => new Fault.Answered(
            """{"UnprocessedItems":{"bank":[{"PutRequest":{"Item":{"pk":{"S":"ACCOUNT#other"},"sk":{"S":"BALANCE"}}}}]}}"""));

        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(async () =>
            await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, Accounts(2), CancellationToken.None));

        Assert.Equal([0, 1], incomplete.NotDone);
        Assert.IsType<ItemFormatException>(incomplete.InnerException);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"UnprocessedItems":[]}""")]
    [InlineData("""{"UnprocessedItems":{"bank":[{"PutRequest":{"Item":{"pk":{"S":"ACCOUNT#0"}}}}]}}""")]
    [InlineData("""{"UnprocessedItems":{"bank":[{"PutRequest":{"Item":{"pk":{"N":"0"},"sk":{"S":"BALANCE"}}}}]}}""")]
    [InlineData("""{"ConsumedCapacity":{}}""")]
    public async Task A_malformed_answer_is_an_error_and_no_silent_loss(string answer)
    {
        var (context, _) = Faulty(_ => new Fault.Answered(answer));

        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(async () =>
            await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, Accounts(1), CancellationToken.None));

        Assert.Equal([0], incomplete.NotDone);
        Assert.IsType<ItemFormatException>(incomplete.InnerException);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_it_waits_ends()
    {
        using var cancellation = new CancellationTokenSource();
        var (context, faults) = Faulty(
            _ =>
            {
                cancellation.Cancel();
                return new Fault.Unprocessed(static _ => true);
            },
            _time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, Accounts(2), cancellation.Token));

        Assert.Single(faults.Requests);
    }

    private async Task<IReadOnlyList<Account>> AllAsync(IEnumerable<Account> accounts) =>
        await Context.GetManyAsync<Account, Account.Marshaller, AccountKey>(BankPatterns.GetMany, Keys(accounts), consistentRead: true)
            .OrderBy(account => account.Balance).ToListAsync();

    private static JsonArray Items(SentRequest request) => request.Body["RequestItems"]!.AsObject().Single().Value!.AsArray();

    private static JsonNode Item(SentRequest request, int index) => Items(request)[index]!["PutRequest"]!["Item"]!;

    /// <summary>Their keys have characters that JSON can write in several ways.</summary>
    private static Account[] Accounts(int count) => [.. Enumerable.Range(0, count).Select(number => new Account($"\"{number}\u00e9", number))];

    private static IEnumerable<AccountKey> Keys(IEnumerable<Account> accounts) => accounts.Select(account => new AccountKey(account.Id));
}
