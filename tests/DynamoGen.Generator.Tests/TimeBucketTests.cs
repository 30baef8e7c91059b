using DynamoGen.Declarations.Problems;

namespace DynamoGen.Generator.Tests;

/// <summary>A partition key of the period of a time whose instant is in the sort key.</summary>
public sealed class TimeBucketTests
{
    [Theory]
    [InlineData("{Device}#{At:yyyy-MM-dd}", "IAsyncEnumerable<Reading> Of(string device, DateOnly day);")]
    [InlineData("{Device}#{At:yyyy-MM-dd}", "IAsyncEnumerable<Reading> Of(string device, DateOnly date);")]
    [InlineData("{Device}#{At:yyyy-MM-dd}", "IAsyncEnumerable<Reading> Of(string device, DateOnly atDay);")]
    [InlineData("{Device}#{At:yyyy-MM-dd}", "IAsyncEnumerable<Reading> Of(string device, DateOnly at);")]
    [InlineData("{Device}#{At:yyyy-MM-dd}", "IAsyncEnumerable<Reading> Of(string device, DateTimeOffset day);")]
    [InlineData("{Device}#{At:yyyy-MM-dd}", "IAsyncEnumerable<Reading> Of(string device, DateOnly day, DateTimeOffset? from = null, DateTimeOffset? to = null);")]
    [InlineData("{Device}#{At:yyyy-MM-dd}", "ValueTask<Page<Reading>> Of(string device, DateOnly day, int limit, string? cursor);")]
    [InlineData("{Device}#{At:yyyy-MM-dd}", "[Filter(\"Note = {note}\")] IAsyncEnumerable<Reading> Of(string device, DateOnly day, string note);")]
    [InlineData("{Device}#{At:yyyy-MM-dd}", "ValueTask<Reading?> Of(string device, DateTimeOffset at);")]
    [InlineData("{Device}#{At:yyyy-MM}", "IAsyncEnumerable<Reading> Of(string device, DateOnly month);")]
    [InlineData("{Device}#{At:yyyy}", "IAsyncEnumerable<Reading> Of(string device, DateOnly year);")]
    [InlineData("{Device}#{At:yyyy-MM-ddTHH}", "IAsyncEnumerable<Reading> Of(string device, DateTimeOffset hour);")]
    [InlineData("{Device}#{At:yyyy-MM-ddTHH:mm}", "IAsyncEnumerable<Reading> Of(string device, DateTimeOffset atMinute);")]
    public void The_period_is_a_parameter_of_its_own(string partition, string pattern)
    {
        Design.Compiles(Run($"Key(\"{partition}\", \"{{At}}\")", pattern));
        Design.Compiles(Run($"Key(\"READING#{{Id}}\", \"R\"), Key(\"byTime\", \"{partition}\", \"{{At}}#{{Id}}\")", "[Index(\"byTime\")] " + pattern));
    }

    [Theory]
    [InlineData("IAsyncEnumerable<Reading> Of(string device, DateTimeOffset at);")]
    [InlineData("ValueTask<IReadOnlyList<Reading>> Of(string device, DateTimeOffset at, int limit);")]
    [InlineData("ValueTask<Page<Reading>> Of(string device, DateTimeOffset at, int limit, string? cursor);")]
    public void One_parameter_for_both_is_refused(string pattern)
    {
        foreach (var run in (GeneratorRun[])[Run("Key(\"{Device}#{At:yyyy-MM-dd}\", \"{At}\")", pattern),
            Run("Key(\"READING#{Id}\", \"R\"), Key(\"byTime\", \"{Device}#{At:yyyy-MM-dd}\", \"{At}#{Id}\")", "[Index(\"byTime\")] " + pattern)])
        {
            var problem = Assert.Single(Design.Problems(run));
            Assert.Equal(DeclarationRule.PatternShape, problem.Rule);
            Assert.Contains("take 'DateOnly day'", string.Join(' ', problem.Arguments), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{Device}#{At:yyyy-MM-dd}", "IAsyncEnumerable<Reading> Of(string device, DateTimeOffset from, DateTimeOffset to);", "take 'DateOnly day'")]
    [InlineData("{Device}#{At:yyyy-MM-ddTHH}", "IAsyncEnumerable<Reading> Of(string device);", "take 'DateTimeOffset hour'")]
    [InlineData("{Device}#{At:yyyy-MM-ddTHH}", "IAsyncEnumerable<Reading> Of(string device, DateOnly hour);", "take 'DateTimeOffset hour'")]
    public void What_does_not_give_the_period_is_told_what_would(string partition, string pattern, string advice)
    {
        var problem = Assert.Single(Design.Problems(Run($"Key(\"{partition}\", \"{{At}}\")", pattern)));
        Assert.Equal(DeclarationRule.UnservedPattern, problem.Rule);
        Assert.Contains(advice, string.Join(' ', problem.Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_is_the_day_of_which_the_partition_key_has_the_month() => Design.Compiles(Run(
        "Key(\"{Device}#{Day:yyyy-MM}\", \"{Day}\")", "IAsyncEnumerable<Reading> Of(string device, DateOnly month); ValueTask<Reading?> Get(string device, DateOnly day);"));

    private static GeneratorRun Run(string keys, string pattern) => GeneratorRun.Of($$"""
        namespace Shop;
        [Table("t")]
        [GlobalIndex("byTime", PartitionKey = "tpk", SortKey = "tsk")]
        public sealed partial class T;
        [Entity<T>, {{keys}}]
        public sealed partial record Reading(string Id, string Device, DateTimeOffset At)
        {
            public string? Note { get; init; }
            public DateOnly Day { get; init; }
        }
        [Repository<Reading>] public partial interface IReadings { {{pattern}} }
        """);
}
