using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Writes;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Says which partition keys an access pattern can name: what their templates begin with.</summary>
internal sealed class ReachText(RepositoryModel repository)
{
    /// <summary>What is set of the pattern's description; empty where nothing is known.</summary>
    public string Of(PatternModel pattern) => pattern switch
    {
        GetPattern get => Set(get.Key.Key.Partition, []),
        QueryPattern { Condition.Key: { FurtherPartition.Count: 0 } key } => Set(key.Partition, []),
        WritePattern { Unique: not null } write => Set(write.Key.Key.Partition, Markers),
        WritePattern write => Set(write.Key.Key.Partition, []),
        BatchWritePattern write => Set(write.Key.Key.Partition, []),
        GetManyPattern or PutManyPattern or DeleteManyPattern => OfTable,
        RepairUniquePattern => Set(repository.PrimaryKey.Partition, Markers),
        _ => string.Empty,
    };

    /// <summary>What is set of the description of a request by the primary key.</summary>
    public string OfTable => Set(repository.PrimaryKey.Partition, []);

    private string[] Markers => repository.Uniqueness is { } uniqueness ? [.. uniqueness.Constraints.Select(unique => Beginning(unique.Key))] : [];

    private static string Set(KeyAttributeModel key, string[] markers)
    {
        var beginning = key.Type == KeyAttributeType.String ? Beginning(key) : string.Empty;
        if (beginning.Length == 0 && markers.Length == 0)
        {
            return string.Empty;
        }

        var isWhole = key.Parts.All(part => part.Kind == KeyPartKind.Literal);
        string[] arguments =
        [
            beginning.Length == 0 ? "null" : Text.Literal(beginning),
            beginning.Length > 0 && isWhole ? "true" : "false",
            .. markers.Select(Text.Literal),
        ];
        return $"Reach = new {Names.PatternReach}({string.Join(", ", arguments)})";
    }

    private static string Beginning(KeyAttributeModel key) =>
        string.Concat(key.Parts.TakeWhile(part => part.Kind == KeyPartKind.Literal).Select(part => part.Text));
}
