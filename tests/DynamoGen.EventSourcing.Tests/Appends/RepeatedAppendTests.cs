namespace DynamoGen.EventSourcing.Tests.Appends;

public sealed class RepeatedAppendTests(EventServer server) : EventStoreTest(server)
{
    private static NewEvent<OrderEvent>[] Batch => [New(new OrderPlaced("ALFKI")), New(new LineAdded("Tea", 1.50m) { Labels = ["b", "a", "c"] }), Paid(1.50m)];

    [Theory]
    [InlineData("any"), InlineData("none"), InlineData("exact")]
    public async Task The_same_events_have_the_versions_that_they_have(string kind)
    {
        var store = Store();
        var expected = kind switch { "any" => ExpectedVersion.Any, "none" => ExpectedVersion.NoStream, _ => ExpectedVersion.Exactly(2) };
        if (kind == "exact")
        {
            await store.AppendAsync("a", ExpectedVersion.Any, Many(2));
        }

        var batch = Batch;
        var first = await store.AppendAsync("a", expected, batch);
        await store.AppendAsync("a", ExpectedVersion.Any, Many(2));

        // What is equal by value is the same, though written otherwise.
        batch[1] = batch[1] with { Event = new LineAdded("Tea", 1.5000m) { Labels = ["c", "b", "a"] } };
        Assert.Equal(first with { WasRepeated = true }, await store.AppendAsync("a", expected, batch));
        Assert.Equal(first.LastVersion + 2, await store.GetVersionAsync("a"));
    }

    [Fact]
    public async Task Without_marks_they_are_known_at_the_version_that_they_expect()
    {
        var store = Store(Unmarked);
        var batch = Batch;
        var first = await store.AppendAsync("a", ExpectedVersion.NoStream, batch);
        await store.AppendAsync("a", ExpectedVersion.Any, Many(1));

        Assert.Equal(first with { WasRepeated = true }, await store.AppendAsync("a", ExpectedVersion.NoStream, batch));
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.AppendAsync("a", ExpectedVersion.NoStream, Many(1)));

        batch[2] = batch[2] with { Event = new OrderPaid(2) };
        await Assert.ThrowsAsync<EventIdTakenException>(async () => await store.AppendAsync("a", ExpectedVersion.NoStream, batch));
        Assert.Equal(4, await store.GetVersionAsync("a"));
    }

    [Fact]
    public async Task Other_events_of_an_id_that_exists_are_refused()
    {
        var store = Store();
        var batch = Batch;
        await store.AppendAsync("a", ExpectedVersion.NoStream, batch);
        var others = new (string Stream, NewEvent<OrderEvent>[] Events)[]
        {
            ("a", [batch[0], batch[1] with { Event = new LineAdded("Tea", 2) { Labels = ["a", "b", "c"] } }, batch[2]]),
            ("a", [batch[0], batch[1] with { Event = new LineAdded("Tea", 1.5m) { Labels = ["a", "b"] } }, batch[2]]),
            ("a", [batch[0], batch[1], batch[2] with { Tags = ["vip"] }]),
            ("a", [batch[1], batch[0], batch[2]]),
            ("a", [batch[0], Paid(3)]),
            ("a", [Paid(3), batch[0]]),
            ("b", batch),
        };

        foreach (var (stream, events) in others)
        {
            foreach (var expected in new[] { ExpectedVersion.Any, ExpectedVersion.NoStream })
            {
                var refused = await Assert.ThrowsAsync<EventIdTakenException>(async () => await store.AppendAsync(stream, expected, events));
                Assert.Contains(refused.EventId, batch.Select(static entry => entry.Id));
            }
        }

        Assert.Equal([1, 2, 3], await VersionsAsync("a"));
        Assert.Empty(await VersionsAsync("b"));
    }
}
