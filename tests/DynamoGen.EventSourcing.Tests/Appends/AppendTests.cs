using DynamoGen.Schema;

namespace DynamoGen.EventSourcing.Tests.Appends;

public sealed class AppendTests(EventServer server) : EventStoreTest(server)
{
    public static TheoryData<bool> Marking => [true, false];

    [Theory, MemberData(nameof(Marking))]
    public async Task Versions_follow_each_other_from_one(bool marks)
    {
        var store = Store(marks ? NoLag : Unmarked);

        Assert.Equal(new AppendResult(1, 2, false), await store.AppendAsync("a", ExpectedVersion.NoStream, Many(2)));
        Assert.Equal(new AppendResult(3, 3, false), await store.AppendAsync("a", ExpectedVersion.Exactly(2), Many(1)));
        Assert.Equal(new AppendResult(4, 6, false), await store.AppendAsync("a", ExpectedVersion.Any, Many(3)));
        Assert.Equal([1, 2, 3, 4, 5, 6], await VersionsAsync("a"));
        Assert.Equal(6, await store.GetVersionAsync("a"));
        Assert.Equal(0, await store.GetVersionAsync("b"));
    }

    [Theory]
    [InlineData(true, 0), InlineData(true, 1), InlineData(true, 3)]
    [InlineData(false, 0), InlineData(false, 1), InlineData(false, 3)]
    public async Task Another_version_than_expected_is_refused_with_the_actual_one(bool marks, long expected)
    {
        var store = Store(marks ? NoLag : Unmarked);
        await store.AppendAsync("a", ExpectedVersion.NoStream, Many(2));

        var refused = await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.AppendAsync("a", ExpectedVersion.Exactly(expected), Many(2)));

        Assert.Equal(("a", ExpectedVersion.Exactly(expected), 2), (refused.StreamId, refused.ExpectedVersion, refused.ActualVersion));
        Assert.DoesNotContain("a'", refused.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2], await VersionsAsync("a"));
    }

    [Theory, InlineData(true, 50), InlineData(false, 100)]
    public async Task A_batch_fills_a_transaction_and_no_more(bool marks, int most)
    {
        var store = Store(marks ? NoLag : Unmarked);

        await Assert.ThrowsAsync<ArgumentException>(async () => await store.AppendAsync("a", ExpectedVersion.Any, Many(most + 1)));
        Assert.Equal(most, (await store.AppendAsync("a", ExpectedVersion.Any, Many(most))).LastVersion);
        Assert.Equal(most, (await VersionsAsync("a")).Count);
    }

    [Fact]
    public async Task No_event_two_of_one_id_and_none_of_no_id_are_appended()
    {
        var twice = Paid(1);
        foreach (var events in new NewEvent<OrderEvent>[][] { [], [twice, twice], [twice with { Id = Guid.Empty }] })
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await Store().AppendAsync("a", ExpectedVersion.Any, events));
        }

        Assert.DoesNotContain(Transport.TakeSent(), static operation => operation is DynamoOperation.TransactWriteItems or DynamoOperation.PutItem);
    }

    [Fact]
    public async Task One_event_without_a_mark_is_one_conditional_put()
    {
        var store = Store(Unmarked);
        Transport.TakeSent();

        await store.AppendAsync("a", ExpectedVersion.NoStream, Many(1));
        Assert.Equal([DynamoOperation.PutItem], Transport.TakeSent());

        await store.AppendAsync("a", ExpectedVersion.Exactly(1), Many(1));
        Assert.Equal([DynamoOperation.Query, DynamoOperation.PutItem], Transport.TakeSent());

        await store.AppendAsync("a", ExpectedVersion.Any, Many(2));
        Assert.Equal([DynamoOperation.Query, DynamoOperation.TransactWriteItems], Transport.TakeSent());

        await Store().AppendAsync("b", ExpectedVersion.NoStream, Many(1));
        Assert.Equal([DynamoOperation.TransactWriteItems], Transport.TakeSent());
    }

    [Fact]
    public async Task One_of_two_that_expect_the_same_version_is_refused_and_two_of_any_both_get_in()
    {
        var store = Store();
        var appends = Enumerable.Range(0, 8).Select(_ => AppendAsync(ExpectedVersion.NoStream));
        Assert.Single(await Task.WhenAll(appends), static appended => appended);

        appends = Enumerable.Range(0, 8).Select(_ => AppendAsync(ExpectedVersion.Any));
        Assert.All(await Task.WhenAll(appends), Assert.True);
        Assert.Equal(Enumerable.Range(1, 18).Select(static version => (long)version), await VersionsAsync("a"));

        async Task<bool> AppendAsync(ExpectedVersion expected)
        {
            try
            {
                await store.AppendAsync("a", expected, Many(2));
                return true;
            }
            catch (ConcurrencyException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task Any_gives_up_after_its_attempts()
    {
        var store = Store(new EventStoreOptions { MaxAttempts = 2 });
        await store.AppendAsync("a", ExpectedVersion.NoStream, Many(1));
        var rival = Store(Unmarked);
        Transport.Fate = operation =>
        {
            if (operation == DynamoOperation.TransactWriteItems)
            {
                // Another writer is always first.
                rival.AppendAsync("a", ExpectedVersion.Any, Many(1)).AsTask().GetAwaiter().GetResult();
            }

            return RequestFate.Answered;
        };

        var refused = await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.AppendAsync("a", ExpectedVersion.Any, Many(1)));

        Assert.Equal((ExpectedVersion.Any, 3), (refused.ExpectedVersion, refused.ActualVersion));
    }
}
