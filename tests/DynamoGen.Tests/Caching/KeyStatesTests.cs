using DynamoGen.Caching;
using DynamoGen.ItemKeys;
using Microsoft.Extensions.Time.Testing;

namespace DynamoGen.Tests.Caching;

/// <summary>What a process knows of keys is bounded, and loses nothing by that.</summary>
public sealed class KeyStatesTests
{
    private static readonly TimeSpan Retention = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Writes_are_forgotten_when_no_entry_can_be_older()
    {
        var states = new KeyStates(Retention, _clock);
        Write(states, 0, 1000);
        Assert.Equal(1000, states.Count);
        _clock.Advance(Retention);
        Write(states, 1000, 1);

        Assert.Equal(1, states.Count);
    }

    [Fact]
    public void More_writes_than_are_remembered_count_for_all_keys()
    {
        var states = new KeyStates(Retention, _clock);
        var before = Entry(states, sequence: 0);
        Assert.True(states.Accepts(Key(0), before));
        Write(states, 0, KeyStates.MaxRecent + 10);

        Assert.Equal(KeyStates.MaxRecent, states.Count);
        Assert.False(states.Accepts(Key(0), before));
        Assert.False(states.Accepts(Key(-1), before));
        var (state, read, _) = states.BeginRead(Key(0));
        Assert.True(read.IsConsistent);
        Assert.True(states.IsUndisturbed(state, read));
        Assert.True(states.Accepts(Key(0), Entry(states, read.Sequence)));
        states.EndRead(state, read);
        _clock.Advance(Retention);
        Assert.True(states.Accepts(Key(-1), before));
    }

    [Fact]
    public void Keys_that_look_alike_are_two()
    {
        string[] texts = ["", "a", "a:", ":", "1:a", "a:1:", "a:1:b", "\n", new string('x', 300), new string('x', 301), "ä"];
        var keys = from table in new[] { "t", "t:1" } from pk in texts from sk in texts select CacheKey.Of(table, new ItemKey(pk, sk));
        var all = keys.ToList();

        Assert.Equal(all.Count, all.Select(key => key.Text).Distinct().Count());
        Assert.Equal(all.Count, all.Select(key => key.Name).Distinct().Count());
        Assert.All(all, key => Assert.InRange(key.Name.Length, 1, 250));
    }

    private static CacheKey Key(int number) => CacheKey.Of("table", new ItemKey($"{number}", null));

    private static void Write(KeyStates states, int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            states.EndWrite(states.BeginWrite(Key(i)), isUncertain: false);
        }
    }

    private CacheEntry Entry(KeyStates states, long sequence) =>
        CacheEntry.Read(Key(0), CacheEntry.Write(Key(0), states.Process, sequence, _clock.GetUtcNow(), 1, "{}"u8))!;
}
