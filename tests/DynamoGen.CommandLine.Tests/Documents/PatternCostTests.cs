using DynamoGen.CommandLine.Documents.Drafts;
using DynamoGen.CommandLine.Documents.Locks;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Tests.Documents;

/// <summary>A table whose own key is spread over shards.</summary>
public sealed class PatternCostTests
{
    private static readonly TableSchema Table = new() { Name = "events", PartitionKey = "pk", SortKey = "sk" };

    [Theory]
    [InlineData("DAY#{Day:Date yyyy-MM-dd}#{shard of 4}", "DAY#", false)]
    [InlineData("ALL#{shard of 4}", "ALL#", false)]
    [InlineData("ALL", "ALL", true)]
    public void The_template_of_a_pattern_is_found_by_what_its_keys_begin_with(string template, string beginning, bool isWhole)
    {
        var entity = new LockedEntity("Event", "Event", 1)
        {
            Keys = new Dictionary<string, string> { ["pk"] = template, ["sk"] = "{Id}" },
            Unique = new Dictionary<string, string>(),
            Attributes = [],
        };
        var pattern = new AccessPattern("IEvents.Of", DynamoOperation.Query, Table) { Reach = new PatternReach(beginning, isWhole) };
        var place = new ReadPlace(null, ["pk"], ["sk"], IndexProjection.All, []);

        Assert.Equal([template], PatternCost.TemplatesOf(pattern, place, [entity]));
    }

    [Theory]
    [InlineData(DynamoOperation.Query, "0.5 RCU for each 4 KB read, in 4 shards at once; 1 if strongly consistent")]
    [InlineData(DynamoOperation.GetItem, "0.5 RCU for each 4 KB of the item; 1 if strongly consistent")]
    [InlineData(DynamoOperation.PutItem, "1 WCU for each KB")]
    public void A_query_asks_all_shards_and_one_item_is_in_one(DynamoOperation operation, string cost) =>
        Assert.Equal(cost, PatternCost.Of(new AccessPattern("IEvents.Do", operation, Table), shards: 4, indexes: 0).Class);
}
