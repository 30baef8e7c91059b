using DynamoGen.Regions.Values;

namespace DynamoGen.Tests.Regions;

/// <summary>Sets and registers of which each region has a part, without a table.</summary>
public sealed class RegionalValueTests
{
    private const string East = "us-east-1";
    private const string West = "eu-west-1";

    private static readonly DateTimeOffset Now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_set_has_what_was_added_before_it_is_written()
    {
        var set = default(RegionalSet<string>).With("b", "a").Without("b").With("c");

        Assert.Equal(["a", "c"], set.Order());
        Assert.Equal((2, true, false, "a, c"), (set.Count, set.Contains("c"), set.Contains("b"), set.ToString()));
        Assert.False(set.Has(East));
        Assert.Empty(set.Of(East));
    }

    [Fact]
    public void Removing_what_a_set_does_not_have_writes_nothing()
    {
        var set = Written(default(RegionalSet<string>).Without("a"), East);

        Assert.Empty(set);
        Assert.Empty(set.Of(East));
    }

    [Fact]
    public void What_one_region_removed_and_another_added_again_is_there()
    {
        var first = Written(default(RegionalSet<int>).With(1), East);
        var removed = Written(first.Without(1), West);
        var again = Written(first.With(1), East);

        Assert.Empty(removed);
        Assert.Equal([1], Joined(again, removed));
        Assert.Empty(Written(Joined(again, removed).Without(1), West));
    }

    [Fact]
    public void What_is_added_after_it_was_removed_is_there_also_where_the_clock_is_behind()
    {
        var removed = Written(Written(default(RegionalSet<string>).With("a"), East).Without("a"), West);
        var again = removed.With("a").Written(East, Now.AddHours(-1), East, West);

        Assert.Equal(["a"], again);
    }

    [Fact]
    public void A_removal_keeps_the_additions_of_another_region_that_were_not_read()
    {
        var east = Written(default(RegionalSet<string>).With("a"), East);
        var west = Written(default(RegionalSet<string>).With("a"), West);

        Assert.Equal(["a"], Joined(Written(east.Without("a"), East), west));
    }

    [Fact]
    public void Sets_are_equal_by_their_elements()
    {
        var (one, other) = (Written(default(RegionalSet<string>).With("a", "b"), East), default(RegionalSet<string>).With("b", "a"));

        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.True(one != other.With("c"));
        Assert.Equal(default, other.Without("a", "b"));
    }

    [Fact]
    public void A_register_has_what_was_set_last()
    {
        var first = default(RegionalRegister<string>).Set("first").Written(East, Now, East, West);
        var behind = first.Set("second").Written(West, Now.AddHours(-1), East, West);
        var unseen = default(RegionalRegister<string>).Set("unseen").Written(West, Now.AddHours(-1), East, West);

        Assert.Equal("second", behind.Value);
        Assert.Equal("first", first.WithPart(West, unseen.Of(West)).Value);
        Assert.Equal(("first", true), (first.ToString(), first.HasValue));
        Assert.False(default(RegionalRegister<int>).HasValue);
        Assert.Equal(0, default(RegionalRegister<int>).Value);
    }

    [Fact]
    public void Of_two_values_that_were_set_at_the_same_time_all_regions_read_the_same()
    {
        var (east, west) = (default(RegionalRegister<int>).WithPart(East, (5, 1)), default(RegionalRegister<int>).WithPart(West, (5, 2)));

        Assert.Equal(east.WithPart(West, (5, 2)).Value, west.WithPart(East, (5, 1)).Value);
    }

    [Fact]
    public void Registers_are_equal_by_their_values()
    {
        var (one, other) = (default(RegionalRegister<string?>).Set(null), default(RegionalRegister<string?>));

        Assert.True(one != other);
        Assert.True(one == other.Set("a").Set(null));
        Assert.Equal(other.Set("a").GetHashCode(), other.WithPart(East, (1, "a")).GetHashCode());
    }

    [Fact]
    public void A_register_that_was_never_set_cannot_be_written() =>
        Assert.Throws<InvalidOperationException>(() => default(RegionalRegister<string>).Written(East, Now, East).Of(East));

    [Fact]
    public void A_region_that_is_no_replica_writes_no_part()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => default(RegionalSet<string>).With("a").Written("sa-east-1", Now, East, West));
        Assert.Contains("us-east-1, eu-west-1", refused.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => default(RegionalRegister<string>).Set("a").Written("sa-east-1", Now, East, West));
    }

    private static RegionalSet<T> Written<T>(RegionalSet<T> set, string region)
        where T : notnull => set.Written(region, Now, East, West);

    /// <summary>The east's part of one set and the west's of another.</summary>
    private static RegionalSet<T> Joined<T>(RegionalSet<T> east, RegionalSet<T> west)
        where T : notnull => default(RegionalSet<T>).WithPart(East, east.Of(East)).WithPart(West, west.Of(West));
}
