using DynamoGen.CommandLine.Documents.Drafts;
using DynamoGen.CommandLine.Documents.Locks;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.CommandLine.Tests.Infrastructure;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Tests.Documents;

/// <summary>A document whose every name would break a form that does not escape it, of tables that have everything.</summary>
internal static class HostileNames
{
    public const string Name = "<script>alert('x')</script> \"]|`\\| a&b ``` [l](http://x.y) ![i](//x.y) *b* _e_ \u202E\0\uD800\n# h1 www.x.y -->";

    public static DocumentSource Source { get; } = Make();

    private static DocumentSource Make()
    {
        var schema = Designs.OnDemand.Schema with
        {
            Name = "orders",
            PartitionKey = Name,
            Tags = [new(Name, Name)],
            Replicas = [new(Name), new("eu-west-1", IsWitness: true)],
            GlobalIndexes = [new() { Name = Name, PartitionKey = $"{Name}2" }],
        };
        var locked = new LockedSchema();
        locked.Add("orders",
        [
            new LockedEntity(Name, Name, 1)
            {
                Keys = new Dictionary<string, string> { [Name] = $"{Name}{{{Name}:int}}", [$"{Name}2"] = "A#{B:int", ["sk"] = "{a:enum}#{a:Date %}" },
                Unique = new Dictionary<string, string> { [Name] = Name },
                Attributes = [LockedAttribute.Parse(Name, $"S enum {Name} = {Name}")!],
            },
        ]);
        return new DocumentSource(
            Name,
            [
                new SourceTable(
                    new DeclaredTable(schema, Name, []),
                    [new AccessPattern(Name, DynamoOperation.Query, schema, Name) { Reach = new PatternReach(Name, false) }],
                    [new SourceHandler(Name, IsSink: true)]),
                .. Designs.All.Select(table => new SourceTable(table, [], [])),
            ],
            locked);
    }
}
