using System.Globalization;
using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tests.KeyDesign;

public sealed class GrowingKeyTests
{
    private static Task Reports(string keys) => RuleTest<PartitionKeyAnalyzer>.Reports(EntitySource.Of(keys));

    [Theory]
    [InlineData("{At}")]
    [InlineData("{At}#{Id}")]
    [InlineData("ORDER#{AtOffset:O}#{Id}")]
    [InlineData("{At:yyyy-MM-ddTHH:mm:ss.fffZ}")]
    [InlineData("{At:yyyy-MM-ddTHH:mm:ss}")]
    [InlineData("{AtOffset:unixMilliseconds}")]
    [InlineData("{AtOffset:unixSeconds}#{Id}")]
    public Task Takes_the_place_of_the_others_where_the_sort_key_is_an_instant(string sortKey) => Reports($$"""
        [Key({|DG2007:"{Status}"|}, "{{sortKey}}")]
        [Key("gsi1", {|DG2007:"{Paid}"|}, "{{sortKey}}")]
        [Key("gsi2", {|DG2007:"ALL"|}, "{{sortKey}}")]
        """);

    [Theory]
    [InlineData("{Id}#{At}")]
    [InlineData("{Guid}")]
    [InlineData("{Number}")]
    [InlineData("{Day}#{Id}")]
    [InlineData("{At:yyyy-MM-dd}#{Id}")]
    [InlineData("{At:HH:mm:ss}#{Id}")]
    [InlineData("{Status}#{At}")]
    [InlineData("ALL")]
    public Task Leaves_every_other_sort_key_to_the_others(string sortKey) => Reports($$"""
        [Key({|DG2001:"{Status}"|}, "A{Id}")]
        [Key("gsi1", {|DG2002:"{Paid}"|}, "{{sortKey}}")]
        [Key("gsi2", {|DG2003:"ALL"|}, "{{sortKey}}")]
        """);

    [Theory]
    [InlineData("[Key(\"{Id}\", \"{At}\")]")]
    [InlineData("[Key(\"{At:yyyy}#{Id}\", \"{At}\")]")]
    [InlineData("[Key(\"{Status}\", \"{At}\", LowCardinalityJustification = \"Forty a year\")]")]
    [InlineData("[Key(\"{Id}\", \"A\"), Key(\"gsi1\", \"{Status}\", \"{At}\", Shards = 10)]")]
    [InlineData("[Key(\"{Status}\", \"{At}\"), Traffic(WritesPerSecond = 100)]")]
    public Task Says_nothing_where_the_others_say_nothing(string keys) => Reports(keys);

    [Fact]
    public Task A_rounded_time_as_partition_key_stays_what_it_is() => Reports("""[Key({|DG2004:"{Day}"|}, "{At}")]""");

    [Theory]
    [InlineData("DateTimeOffset OrderedAt", true)]
    [InlineData("DateTime StartedAt", true)]
    [InlineData("DateTime? DeliveredAt", true)]
    [InlineData("Ulid Id", true)]
    [InlineData("string Ulid", true)]
    [InlineData("string MessageKsuid", true)]
    [InlineData("string CreatedAt", true)]
    [InlineData("long Timestamp", true)]
    [InlineData("long CreatedTicks", true)]
    [InlineData("int SequenceNumber", true)]
    [InlineData("DateTimeOffset DueAt", false)]
    [InlineData("DateTime BirthDate", false)]
    [InlineData("DateTime StartsAt", false)]
    [InlineData("DateTime EndDate", false)]
    [InlineData("DateTimeOffset ScheduledFor", false)]
    [InlineData("DateTime ValidUntil", false)]
    [InlineData("long ReversedTicks", false)]
    [InlineData("long InvertedTimestamp", false)]
    [InlineData("string Name", false)]
    [InlineData("int OrderNumber", false)]
    [InlineData("Guid Id", false)]
    [InlineData("DateOnly Day", false)]
    public async Task What_a_sort_key_means_is_told_by_its_type_and_its_name(string property, bool grows)
    {
        var name = property.Split(' ')[1];
        var reported = await Diagnosis.Of<PartitionKeyAnalyzer>($$"""
            using System;
            using DynamoGen;
            [Table("t")] public sealed partial class T;
            [Wrapper] public readonly record struct Ulid(string Value);
            [Entity<T>, Key("ALL", "{{{name}}}")] public sealed partial record Thing({{property}});
            """);

        Assert.Equal(grows ? "DG2007" : "DG2003", Assert.Single(reported).Id);
    }

    [Theory]
    [InlineData("public Guid Id { get; init; } = Guid.CreateVersion7();", true)]
    [InlineData("public string Id { get; init; } = Guid.CreateVersion7().ToString(\"N\");", true)]
    [InlineData("public string Id { get; init; } = Ids.Ulid.NewUlid().ToString();", true)]
    [InlineData("public Guid Id { get; init; } = Guid.NewGuid();", false)]
    [InlineData("[Converter<Newest>] public DateTime Id { get; init; }", false)]
    public async Task An_identifier_that_begins_with_the_time_grows(string property, bool grows)
    {
        var reported = await Diagnosis.Of<PartitionKeyAnalyzer>($$"""
            using System;
            using DynamoGen;
            [Table("t")] public sealed partial class T;
            public static class Ids { public static class Ulid { public static Guid NewUlid() => default; } }
            public sealed class Newest;
            [Entity<T>, Key("ALL", "{Id}")] public sealed partial record Thing { {{property}} }
            """);

        Assert.Equal(grows ? "DG2007" : "DG2003", Assert.Single(reported).Id);
    }

    [Fact]
    public Task Sees_the_sort_keys_of_an_index_of_several_attributes() => RuleTest<PartitionKeyAnalyzer>.Reports("""
        using System;
        using DynamoGen;
        [Table("t")]
        [GlobalIndex("newest", PartitionKeys = ["Status", "Paid"], SortKeys = ["At", "Id"])]
        [GlobalIndex("by-id", PartitionKeys = ["Status", "Paid"], SortKeys = ["Id", "At"])]
        public sealed partial class T;
        public enum Status { Open, Closed }
        [Entity<T>, Key("{Id}", "A"), {|DG2007:MultiAttributeKey|}("newest"), {|DG2002:MultiAttributeKey|}("by-id")]
        public sealed partial record Thing(string Id, Status Status, bool Paid, DateTime At);
        """);

    [Theory]
    [InlineData("[DynamoDBHashKey] public bool {|DG2007:Paid|} { get; set; }", "[DynamoDBRangeKey] public DateTime At { get; set; }")]
    [InlineData("[DynamoDBHashKey] public string {|DG2007:Group|} => \"ALL\";", "[DynamoDBRangeKey] public string CreatedAt { get; set; }")]
    [InlineData("[DynamoDBHashKey] public bool {|DG2007:Paid|} { get; set; }", "[DynamoDBRangeKey] public string Sort => $\"A#{Sent:O}#{Id}\";")]
    [InlineData("[DynamoDBHashKey] public bool {|DG2001:Paid|} { get; set; }", "[DynamoDBRangeKey] public string Sort => $\"A#{Sent}#{Id}\";")]
    [InlineData("[DynamoDBHashKey] public bool {|DG2001:Paid|} { get; set; }", "[DynamoDBRangeKey] public string Sort => $\"A#{Id}#{Sent:O}\";")]
    [InlineData("[DynamoDBHashKey] public bool {|DG2001:Paid|} { get; set; }", "[DynamoDBRangeKey(typeof(Newest))] public DateTime At { get; set; }")]
    [InlineData("[DynamoDBHashKey] public bool {|DG2001:Paid|} { get; set; }", "[DynamoDBRangeKey] public string Line { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexHashKey(\"i\")] public bool {|DG2007:Paid|} { get; set; }",
        "[DynamoDBGlobalSecondaryIndexRangeKey(\"i\")] public DateTime At { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexHashKey(\"i\")] public bool {|DG2002:Paid|} { get; set; }",
        "[DynamoDBGlobalSecondaryIndexRangeKey(\"j\")] public DateTime At { get; set; }")]
    [InlineData("[DynamoDBGlobalSecondaryIndexHashKey(\"i\")] public bool {|DG2002:Paid|} { get; set; }",
        "[DynamoDBRangeKey] public DateTime At { get; set; }")]
    public Task Sees_the_sort_keys_of_mapped_classes(string hashKey, string sortKey) => RuleTest<PartitionKeyAnalyzer>.Reports($$"""
        using System;
        using Amazon.DynamoDBv2.DataModel;
        public sealed class Newest;
        [DynamoDBTable("orders")]
        public class Order
        {
            {{hashKey}}
            {{sortKey}}
            public DateTime Sent { get; set; }
            public string Id { get; set; }
        }
        """);

    [Fact]
    public async Task Says_how_many_values_there_are_and_what_grows() => Assert.Equal(
        "Partition key '{Status}' of index 'gsi1' has at most 3 distinct values (Status has 3 members), under which sort key '{At}#{Id}' only grows and "
        + "no split helps, so at most 3,000 WCU and 9,000 RCU a second together; add a placeholder with many values or set Shards "
        + "(a hot partition of the index throttles writes to the table)",
        await MessageOf("""[Key("{Id}", "A"), Key("gsi1", "{Status}", "{At}#{Id}")]"""));

    [Fact]
    public async Task Says_that_a_constant_is_one_value() => Assert.Equal(
        "Partition key 'ALL' has 1 distinct value, under which sort key '{At}' only grows and no split helps, so at most 1,000 WCU and 3,000 RCU a second; "
        + "add a placeholder with many values, such as an id",
        await MessageOf("""[Key("ALL", "{At}")]"""));

    [Theory]
    [InlineData("[Key(\"{Status}\", \"{At}\")]", DiagnosticSeverity.Warning)]
    [InlineData("[Key(\"{Id}\", \"A\"), Key(\"gsi1\", \"ALL\", \"{At}\")]", DiagnosticSeverity.Warning)]
    [InlineData("[Key(\"{Id}\", \"A\"), Key(\"gsi1\", \"{Stage}\", \"{At}\")]", DiagnosticSeverity.Info)]
    public async Task Has_the_severity_of_what_it_stands_for(string keys, DiagnosticSeverity severity)
    {
        var found = await Found(keys);

        Assert.Equal(("DG2007", severity), (found.Id, found.Severity));
    }

    [Fact]
    public async Task A_number_that_is_guessed_is_only_information()
    {
        var found = Assert.Single(await Diagnosis.Of<PartitionKeyAnalyzer>("""
            using System;
            using DynamoGen;
            [Table("t")] public sealed partial class T;
            [Entity<T>, Key("{Status}", "{At}")] public sealed partial record Thing(string Status, DateTime At);
            """));

        Assert.Equal(("DG2007", DiagnosticSeverity.Info), (found.Id, found.Severity));
        Assert.Contains("has about 10 distinct values", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static async Task<string> MessageOf(string keys) => (await Found(keys)).GetMessage(CultureInfo.InvariantCulture);

    private static async Task<Diagnostic> Found(string keys) => Assert.Single(await Diagnosis.Of<PartitionKeyAnalyzer>(EntitySource.Of(keys)));
}
