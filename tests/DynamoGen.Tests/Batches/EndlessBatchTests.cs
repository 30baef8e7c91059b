using Amazon.DynamoDBv2.Model;
using DynamoGen.Repositories;
using DynamoGen.Tests.Errors;
using DynamoGen.Tests.Repositories;

namespace DynamoGen.Tests.Batches;

/// <summary>Batches of a sequence without an end: one that fails or is cancelled takes no more of it, and says how far it came.</summary>
public sealed class EndlessBatchTests(LocalServer server) : BankTest(server)
{
    private int _given;

    public enum Kind
    {
        Put,
        Delete,
        Get,
    }

    [Theory]
    [InlineData(Kind.Put, 25)]
    [InlineData(Kind.Delete, 25)]
    [InlineData(Kind.Get, 100)]
    public async Task A_batch_that_fails_takes_no_more_and_lists_one_request(Kind kind, int most)
    {
        var (context, faults) = Faulty(static request => request.Number < 2 ? Fault.None : new Fault.Refused(new IOException("The connection was reset.")));

        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(() => RunAsync(context, kind, Endless(), CancellationToken.None));

        Assert.Equal(3, faults.Requests.Count);
        Assert.Equal(3 * most, incomplete.Taken);
        Assert.Equal(Enumerable.Range(2 * most, most), incomplete.NotDone);
        Assert.Equal(kind == Kind.Put ? most : 0, incomplete.Entities<Account>().Count);
        Assert.Equal(incomplete.Taken, _given);
    }

    [Theory]
    [InlineData(Kind.Put)]
    [InlineData(Kind.Delete)]
    [InlineData(Kind.Get)]
    public async Task A_batch_that_is_cancelled_in_a_request_says_how_far_it_came(Kind kind)
    {
        using var cancellation = new CancellationTokenSource();
        var (context, _) = Faulty(request =>
        {
            if (request.Number == 1)
            {
                cancellation.Cancel();
            }

            return Fault.None;
        });

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(context, kind, Endless(), cancellation.Token));

        var incomplete = Assert.IsType<BatchIncompleteException>(cancelled.InnerException);
        Assert.Equal(cancellation.Token, cancelled.CancellationToken);
        Assert.Equal(incomplete.Taken, _given);
        Assert.InRange(incomplete.Taken, 26, 201);
        Assert.InRange(incomplete.NotDone.Count, 1, 101);
        Assert.All(incomplete.NotDone, index => Assert.InRange(index, 0, incomplete.Taken - 1));
    }

    [Theory]
    [InlineData(Kind.Put)]
    [InlineData(Kind.Delete)]
    [InlineData(Kind.Get)]
    public async Task A_token_that_is_cancelled_by_the_sequence_itself_ends_the_call_there(Kind kind)
    {
        using var cancellation = new CancellationTokenSource();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => RunAsync(Context, kind, Endless(given => CancelAt(given, 10)), cancellation.Token));

        Assert.Equal(10, _given);
        var incomplete = Assert.IsType<BatchIncompleteException>(cancelled.InnerException);
        Assert.Equal(10, incomplete.Taken);
        Assert.Equal(Enumerable.Range(0, 10), incomplete.NotDone);

        void CancelAt(int given, int last)
        {
            if (given == last)
            {
                cancellation.Cancel();
            }
        }
    }

    [Fact]
    public async Task The_same_key_for_ever_is_read_once_and_ends_with_the_token()
    {
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(
            Context,
            Kind.Get,
            Endless(given =>
            {
                if (given == 5_000)
                {
                    cancellation.Cancel();
                }
            }).Select(static account => account with { Id = "same" }),
            cancellation.Token));

        Assert.Equal(5_000, _given);
    }

    [Fact]
    public async Task A_batch_goes_on_with_what_is_listed_and_the_rest_of_the_sequence()
    {
        var accounts = Endless().Take(120).ToArray();
        var (context, _) = Faulty(static request => request.Number == 1 ? new Fault.Refused(new InternalServerErrorException("Later.")) : Fault.None);

        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(() => RunAsync(context, Kind.Put, accounts, CancellationToken.None));
        await RunAsync(context, Kind.Put, incomplete.Entities<Account>().Concat(accounts.Skip(incomplete.Taken)), CancellationToken.None);

        Assert.Equal(120, await GetMany(Context, accounts, CancellationToken.None).CountAsync());
    }

    [Fact]
    public async Task An_answer_of_more_items_than_keys_is_a_typed_error()
    {
        var (context, _) = Faulty(static _ => new Fault.Answered("""
            {"Responses":{"bank":[
            {"pk":{"S":"ACCOUNT#0"},"sk":{"S":"BALANCE"},"Id":{"S":"0"},"Balance":{"N":"1"}},
            {"pk":{"S":"ACCOUNT#1"},"sk":{"S":"BALANCE"},"Id":{"S":"1"},"Balance":{"N":"1"}}]}}
            """));

        var incomplete = await Assert.ThrowsAsync<BatchIncompleteException>(() => RunAsync(context, Kind.Get, Endless().Take(1), CancellationToken.None));

        Assert.IsType<ItemFormatException>(incomplete.InnerException);
    }

    private static async Task RunAsync(RepositoryContext context, Kind kind, IEnumerable<Account> accounts, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case Kind.Put:
                await context.PutManyAsync<Account, Account.Marshaller>(BankPatterns.PutMany, accounts, cancellationToken);
                break;
            case Kind.Delete:
                await context.DeleteManyAsync(BankPatterns.DeleteMany, accounts.Select(static account => new AccountKey(account.Id)), cancellationToken);
                break;
            default:
                await GetMany(context, accounts, cancellationToken).CountAsync(cancellationToken);
                break;
        }
    }

    private static IAsyncEnumerable<Account> GetMany(RepositoryContext context, IEnumerable<Account> accounts, CancellationToken cancellationToken) =>
        context.GetManyAsync<Account, Account.Marshaller, AccountKey>(
            BankPatterns.GetMany, accounts.Select(static account => new AccountKey(account.Id)), consistentRead: true, cancellationToken);

    private IEnumerable<Account> Endless(Action<int>? onGiven = null)
    {
        while (true)
        {
            var account = new Account($"{_given++}", _given);
            onGiven?.Invoke(_given);
            yield return account;
        }
    }
}
