using Amazon.DynamoDBv2.Model;
using DynamoGen.Tests.Errors;
using DynamoGen.Tests.Repositories;
using DynamoGen.Transactions;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Transactions;

/// <summary>Writes that meet faults between the client and the real server: nothing is lost and nothing is done twice.</summary>
public sealed class TransactionFaultTests(LocalServer server) : BankTest(server)
{
    private const int Writers = 16;
    private const int TransfersOfEach = 12;

    [Fact]
    public async Task A_transaction_that_arrives_twice_is_applied_once()
    {
        await PutAsync(new Account("ann", 100));
        var (transactions, faults) = FaultyTransactions(static _ => new Fault.SentTwice());

        await transactions.WriteAsync([Context.Action(BankPatterns.Add, new AddToAccount("ann", 5))]);

        Assert.Equal(105, (await GetAsync("ann"))?.Balance);
        Assert.Equal(1, faults.Count<Fault.SentTwice>());
    }

    [Fact]
    public async Task A_transaction_whose_answer_is_lost_can_be_called_again_with_its_token()
    {
        await PutAsync(new Account("ann", 100));
        var (transactions, faults) = FaultyTransactions(static request =>
            request.Number < 2 ? new Fault.AnswerLost(new TimeoutException("No answer.")) : Fault.None);
        WriteAction[] actions =
            [Context.Action(BankPatterns.Add, new AddToAccount("ann", 5)), Context.Action(BankPatterns.CreatePosting, new CreatePosting(new Posting("p", 5)))];

        var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(async () => await transactions.WriteAsync(actions, "transfer-1"));
        Assert.IsType<TimeoutException>(unknown.InnerException);
        await Assert.ThrowsAsync<OutcomeUnknownException>(async () => await transactions.WriteAsync(actions, "transfer-1"));
        await transactions.WriteAsync(actions, "transfer-1");

        Assert.Equal(105, (await GetAsync("ann"))?.Balance);
        Assert.Equal(2, faults.Count<Fault.AnswerLost>());
    }

    [Fact]
    public async Task Sixteen_writers_among_conflicts_throttling_and_lost_answers_lose_and_double_nothing()
    {
        string[] accounts = ["a", "b", "c", "d"];
        await PutAsync(accounts.Select(id => new Account(id, 10_000)));
        var (transactions, faults) = FaultyTransactions(static request => (request.Number % 12) switch
        {
            1 => new Fault.Refused(Cancelled("TransactionConflict")),
            3 => new Fault.AnswerLost(new IOException("The connection was reset.")),
            5 => new Fault.Refused(new ThrottlingException("Slow down.")),
            7 => new Fault.SentTwice(),
            9 => new Fault.Refused(Cancelled("ThrottlingError")),
            11 => new Fault.Refused(new TransactionInProgressException("It is running.")),
            _ => Fault.None,
        });

        var survived = await Task.WhenAll(Enumerable.Range(0, Writers).Select(WriteTransfersAsync));

        var balances = await Services.GetRequiredService<ITransactions>().ReadAsync([.. accounts.Select(ReadAccount)]);
        Assert.Equal(Expected(), balances.Select(account => account!.Balance));
        for (var writer = 0; writer < Writers; writer++)
        {
            for (var number = 0; number < TransfersOfEach; number++)
            {
                Assert.Equal(Amount(writer, number), (await GetPostingAsync(TransferOf(writer, number)))?.Amount);
            }
        }

        const int Transfers = Writers * TransfersOfEach;
        Assert.True(survived.Sum() >= Transfers / 2, $"{survived.Sum()} faults survived by the writers");
        Assert.True(faults.Count<Fault.Refused>() >= 80, $"{faults.Count<Fault.Refused>()} refused");
        Assert.True(faults.Count<Fault.AnswerLost>() >= 20, $"{faults.Count<Fault.AnswerLost>()} answers lost");
        Assert.True(faults.Count<Fault.SentTwice>() >= 20, $"{faults.Count<Fault.SentTwice>()} sent twice");

        async Task<int> WriteTransfersAsync(int writer)
        {
            var faultsMet = 0;
            for (var number = 0; number < TransfersOfEach; number++)
            {
                faultsMet += await TransferAsync(writer, number);
            }

            return faultsMet;
        }

        async Task<int> TransferAsync(int writer, int number)
        {
            var (from, to) = Ends(writer, number);
            var amount = Amount(writer, number);
            WriteAction[] actions =
            [
                Context.Action(BankPatterns.Add, new AddToAccount(accounts[from], -amount)),
                Context.Action(BankPatterns.Add, new AddToAccount(accounts[to], amount)),
                Context.Action(BankPatterns.CreatePosting, new CreatePosting(new Posting(TransferOf(writer, number), amount))),
            ];
            for (var met = 0; ; met++)
            {
                try
                {
                    await transactions.WriteAsync(actions, TransferOf(writer, number));
                    return met;
                }
                catch (Exception fault) when (fault is ConflictException or ThrottledException or OutcomeUnknownException && met < 1000)
                {
                    // The same token, so that a transfer that was applied is not applied again.
                }
            }
        }
    }

    private static string TransferOf(int writer, int number) => $"transfer-{writer}-{number}";

    private static long Amount(int writer, int number) => 1 + (writer % 5) + (number % 3);

    private static (int From, int To) Ends(int writer, int number) => ((writer + number) % 4, (writer + number + 1 + (number % 3)) % 4);

    private static long[] Expected()
    {
        long[] balances = [10_000, 10_000, 10_000, 10_000];
        for (var writer = 0; writer < Writers; writer++)
        {
            for (var number = 0; number < TransfersOfEach; number++)
            {
                var (from, to) = Ends(writer, number);
                balances[from] -= Amount(writer, number);
                balances[to] += Amount(writer, number);
            }
        }

        return balances;
    }

    private ReadAction<Account> ReadAccount(string id) =>
        Context.ReadAction<Account, Account.Marshaller, AccountKey>(BankPatterns.Get, new AccountKey(id));

    private static TransactionCanceledException Cancelled(string code) =>
        new("Cancelled.") { CancellationReasons = [new CancellationReason { Code = code }, new CancellationReason { Code = "None" }] };
}
