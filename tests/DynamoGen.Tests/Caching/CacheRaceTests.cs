using Amazon.DynamoDBv2;
using DynamoGen.Transport;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Caching;

/// <summary>Reads and writes that overlap, each in one order that the test decides.</summary>
public sealed class CacheRaceTests : IAsyncDisposable
{
    private const string Written = "{}";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly HeldTransport _transport = new();
    private readonly SharedCache _shared = new();
    private readonly CachingProcess _process;

    public CacheRaceTests() => _process = new CachingProcess(_transport, _clock, _shared);

    private IProducts Products => _process.Products;

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    [Fact]
    public async Task A_read_beside_which_the_item_is_written_is_answered_and_not_kept()
    {
        var read = Products.Get("a", "1").AsTask();
        var sentRead = await _transport.Next();
        await WriteAsync(2);
        sentRead.AnswerItem(1);

        Assert.Equal(1, (await read)!.Revision);
        Assert.Empty(_shared.Entries);
        Assert.Equal((0, 1, 1), _process.Counted);

        // The next read asks for what was written at least, which a replica that lags behind would not give.
        Assert.Equal(2, (await ReadAsync(2, isConsistent: true))!.Revision);
        Assert.Equal(2, (await HitAsync())!.Revision);
    }

    [Fact]
    public async Task A_read_that_begins_during_a_write_is_not_kept()
    {
        var write = WriteAsync(2, out var sent);
        var sentWrite = await sent;
        var read = Products.Get("a", "1").AsTask();
        (await _transport.Next()).AnswerItem(1);
        Assert.Equal(1, (await read)!.Revision);
        Assert.Empty(_shared.Entries);
        sentWrite.Answer(Written);
        await write;

        Assert.Equal(2, (await ReadAsync(2, isConsistent: true))!.Revision);
        Assert.Equal(2, (await HitAsync())!.Revision);
    }

    [Fact]
    public async Task A_read_after_a_write_does_not_wait_for_one_from_before()
    {
        var before = Products.Get("a", "1").AsTask();
        var sentBefore = await _transport.Next();
        await WriteAsync(2);

        Assert.Equal(2, (await ReadAsync(2, isConsistent: true))!.Revision);
        sentBefore.AnswerItem(1);
        Assert.Equal(1, (await before)!.Revision);

        // What was read later stays, although the other read ends after it.
        Assert.Equal(2, (await HitAsync())!.Revision);
        Assert.Equal((1, 2, 1), _process.Counted);
    }

    [Fact]
    public async Task Reads_of_one_item_share_a_request_that_none_of_them_ends()
    {
        using var impatient = new CancellationTokenSource();
        var first = Products.Get("a", "1", impatient.Token).AsTask();
        var sent = await _transport.Next();
        var second = Products.Get("a", "1").AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        sent.AnswerItem(1);

        Assert.Equal(1, (await second)!.Revision);
        Assert.Equal(0, _transport.Waiting);
        Assert.Equal(0, _process.Items.States.Count);
    }

    [Fact]
    public async Task A_read_that_fails_fails_for_those_who_wait_and_no_longer()
    {
        var first = Products.Get("a", "1").AsTask();
        var sent = await _transport.Next();
        var second = Products.Get("a", "1").AsTask();
        sent.Fail(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => first);
        await Assert.ThrowsAsync<TimeoutException>(() => second);

        Assert.Equal(1, (await ReadAsync(1, isConsistent: false))!.Revision);
    }

    [Fact]
    public async Task A_write_whose_outcome_is_unknown_keeps_its_item_out_of_the_cache_for_a_while()
    {
        await ReadAsync(1, isConsistent: false);
        var write = WriteAsync(2, out var sent);
        var lost = new AmazonDynamoDBException("lost");
        AppliedAttempt.Mark(lost);
        (await sent).Fail(lost);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => write);

        Assert.Equal(1, (await ReadAsync(1, isConsistent: true))!.Revision);
        Assert.Equal(2, (await ReadAsync(2, isConsistent: true))!.Revision);
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(2, (await ReadAsync(2, isConsistent: true))!.Revision);
        Assert.Equal(2, (await HitAsync())!.Revision);
    }

    [Fact]
    public async Task An_older_answer_does_not_replace_a_newer_one_of_another_process()
    {
        var otherTransport = new HeldTransport();
        await using var other = new CachingProcess(otherTransport, _clock, _shared);
        var late = Products.Get("a", "1").AsTask();
        var sentLate = await _transport.Next();
        var early = other.Products.Get("a", "1").AsTask();
        (await otherTransport.Next()).AnswerItem(2);
        Assert.Equal(2, (await early)!.Revision);
        sentLate.AnswerItem(1);

        Assert.Equal(2, (await late)!.Revision);
        Assert.Equal(2, (await HitAsync())!.Revision);
        Assert.Equal((1, 1, 1), _process.Counted);
    }

    [Fact]
    public async Task What_another_process_puts_back_late_does_not_hide_a_write_of_this_one()
    {
        var otherTransport = new HeldTransport();
        await using var other = new CachingProcess(otherTransport, _clock, _shared);
        var late = other.Products.Get("a", "1").AsTask();
        var sentLate = await otherTransport.Next();
        await WriteAsync(2);
        sentLate.AnswerItem(1);
        Assert.Equal(1, (await late)!.Revision);
        Assert.Single(_shared.Entries);

        Assert.Equal(2, (await ReadAsync(2, isConsistent: true))!.Revision);
        Assert.Equal(2, (await HitAsync())!.Revision);
        Assert.Equal((1, 1, 1), _process.Counted);
    }

    [Fact]
    public async Task A_second_level_does_not_make_an_item_live_longer()
    {
        var otherTransport = new HeldTransport();
        await using var other = new CachingProcess(otherTransport, _clock, _shared);
        await ReadAsync(1, isConsistent: false);
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, (await other.Products.Get("a", "1"))!.Revision);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var read = other.Products.Get("a", "1").AsTask();
        (await otherTransport.Next()).AnswerItem(2);
        Assert.Equal(2, (await read)!.Revision);
    }

    [Fact]
    public async Task A_cache_that_fails_changes_no_answer()
    {
        _shared.Fails = true;

        Assert.Equal(1, (await ReadAsync(1, isConsistent: false))!.Revision);
        await WriteAsync(2);
        Assert.Equal(2, (await ReadAsync(2, isConsistent: true))!.Revision);
    }

    [Fact]
    public async Task An_entry_of_another_key_or_form_is_no_answer()
    {
        await ReadAsync(1, isConsistent: false);
        var (name, _) = Assert.Single(_shared.Entries);
        await _process.Cache.SetAsync(name, new byte[] { 1, 2, 3 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, (await ReadAsync(2, isConsistent: false))!.Revision);
    }

    private Task WriteAsync(long revision, out Task<HeldRequest> sent)
    {
        var write = Products.Put(new Product("a", "1", "written") { Revision = revision - 1 }).AsTask();
        sent = _transport.Next();
        return write;
    }

    private async Task WriteAsync(long revision)
    {
        var write = WriteAsync(revision, out var sent);
        (await sent).Answer(Written);
        await write;
    }

    /// <summary>A read that the cache does not answer.</summary>
    private async Task<Product?> ReadAsync(long revision, bool isConsistent)
    {
        var read = Products.Get("a", "1").AsTask();
        var sent = await _transport.Next();
        Assert.Equal(isConsistent, sent.IsConsistent);
        sent.AnswerItem(revision);
        return await read;
    }

    /// <summary>A read that the cache answers.</summary>
    private async Task<Product?> HitAsync()
    {
        var read = Products.Get("a", "1").AsTask();
        var found = await read;
        Assert.Equal(0, _transport.Waiting);
        return found;
    }
}
