using DynamoGen.Schema;

namespace DynamoGen.EventSourcing.Tests.Appends;

public sealed class LostAnswerTests(EventServer server) : EventStoreTest(server)
{
    [Theory]
    [InlineData(true, 1, false), InlineData(true, 3, false), InlineData(false, 3, false), InlineData(false, 1, false)]
    [InlineData(true, 1, true), InlineData(true, 3, true)]
    public async Task A_lost_answer_neither_doubles_nor_loses(bool marks, int count, bool any)
    {
        foreach (var fate in new[] { RequestFate.AnswerLost, RequestFate.RequestLost })
        {
            var stream = fate.ToString();
            var store = Store(marks ? NoLag : Unmarked);
            await store.AppendAsync(stream, ExpectedVersion.NoStream, Many(1));
            LoseOnce(fate);

            var result = await store.AppendAsync(stream, any ? ExpectedVersion.Any : ExpectedVersion.Exactly(1), Many(count));

            Assert.Equal((2, 1 + count), (result.FirstVersion, result.LastVersion));
            Assert.Equal(1 + count, (await VersionsAsync(stream)).Count);
        }
    }

    [Fact]
    public async Task The_caller_may_repeat_what_ended_in_doubt()
    {
        var once = Store(new EventStoreOptions { MaxAttempts = 1, SafetyLag = TimeSpan.Zero });
        var batch = Many(2);
        Transport.Fate = static operation => operation == DynamoOperation.TransactWriteItems ? RequestFate.RequestLost : RequestFate.Answered;
        await Assert.ThrowsAsync<OutcomeUnknownException>(async () => await once.AppendAsync("a", ExpectedVersion.Any, batch));

        Transport.Fate = static _ => RequestFate.Answered;
        Assert.Equal(new AppendResult(1, 2, false), await once.AppendAsync("a", ExpectedVersion.Any, batch));
        Assert.Equal(new AppendResult(1, 2, true), await once.AppendAsync("a", ExpectedVersion.Any, batch));
    }

    [Fact]
    public async Task Without_marks_nothing_tells_what_became_of_any()
    {
        LoseOnce(RequestFate.AnswerLost);
        await Assert.ThrowsAsync<OutcomeUnknownException>(async () => await Store(Unmarked).AppendAsync("a", ExpectedVersion.Any, Many(2)));
    }

    [Fact]
    public async Task A_lost_answer_of_an_append_on_a_condition_is_no_change_of_the_boundary()
    {
        var store = Store();
        var boundary = await store.ReadBoundaryAsync([new EventQuery([nameof(OrderPaid)], ["vip"])]);
        LoseOnce(RequestFate.AnswerLost);

        var result = await store.AppendAsync("a", ExpectedVersion.Any, [Paid(1, "vip")], boundary.Condition);

        Assert.Equal(new AppendResult(1, 1, true), result);
    }

    private void LoseOnce(RequestFate fate)
    {
        var left = 1;
        Transport.Fate = operation => operation is DynamoOperation.TransactWriteItems or DynamoOperation.PutItem && Interlocked.Decrement(ref left) == 0
            ? fate
            : RequestFate.Answered;
    }
}
