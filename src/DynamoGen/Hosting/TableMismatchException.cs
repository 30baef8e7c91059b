using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;

namespace DynamoGen.Hosting;

/// <summary>A table exists already, with keys or indexes other than declared.</summary>
public sealed class TableMismatchException : DynamoGenException
{
    private TableMismatchException(string tableName, string difference)
        : base($"The table '{tableName}' exists, but {difference}. Delete it or give it another name; it is not changed.") =>
        TableName = tableName;

    /// <summary>The table's name.</summary>
    public string TableName { get; }

    internal static void ThrowIfDifferent(TableSchema declared, TableDescription existing)
    {
        if (Differences(declared, existing).FirstOrDefault() is { } difference)
        {
            throw new TableMismatchException(existing.TableName, difference);
        }
    }

    internal static void ThrowIfDifferent(string tableName, string timeToLive, string existing)
    {
        if (timeToLive != existing)
        {
            throw new TableMismatchException(tableName, $"its Time to Live is in '{existing}', not '{timeToLive}'");
        }
    }

    private static IEnumerable<string> Differences(TableSchema declared, TableDescription existing)
    {
        if (KeyDifference(existing, existing.KeySchema, (declared.PartitionKey, declared.PartitionKeyType), (declared.SortKey, declared.SortKeyType))
            is { } keys)
        {
            yield return $"its {keys}";
        }

        var indexes = (existing.GlobalSecondaryIndexes ?? []).ToDictionary(index => index.IndexName);
        foreach (var index in declared.GlobalIndexes)
        {
            if (!indexes.Remove(index.Name, out var found))
            {
                yield return $"it lacks the declared index '{index.Name}'";
            }
            else if (KeyDifference(existing, found.KeySchema, (index.PartitionKey, index.PartitionKeyType), (index.SortKey, index.SortKeyType))
                is { } indexKeys)
            {
                yield return $"its index '{index.Name}' differs: the {indexKeys}";
            }
            else if (!found.KeySchema.Select(Element).SequenceEqual(TableDefinition.Keys(index).Select(Element)))
            {
                yield return $"its index '{index.Name}' has other key attributes than "
                    + $"{string.Join(", ", TableDefinition.Keys(index).Select(key => $"'{key.AttributeName}'"))}";
            }
            else if (ProjectionDifference(found.Projection, index.Projection, index.NonKeyAttributes) is { } projected)
            {
                yield return $"its index '{index.Name}' {projected}";
            }
        }

        foreach (var index in declared.LocalIndexes)
        {
            if ((existing.LocalSecondaryIndexes ?? []).Find(found => found.IndexName == index.Name) is not { } found)
            {
                yield return $"it lacks the declared local index '{index.Name}', which can only be made with the table";
            }
            else if (KeyDifference(existing, found.KeySchema, (declared.PartitionKey, declared.PartitionKeyType), (index.SortKey, index.SortKeyType))
                is { } keysOfIndex)
            {
                yield return $"its local index '{index.Name}' differs: the {keysOfIndex}";
            }
            else if (ProjectionDifference(found.Projection, index.Projection, index.NonKeyAttributes) is { } projected)
            {
                yield return $"its local index '{index.Name}' {projected}";
            }
        }

        // A stream that is not declared serves somebody else.
        if (declared.Stream != StreamView.None
            && existing.StreamSpecification is { StreamEnabled: true } stream
            && stream.StreamViewType != TableDefinition.TypeOf(declared.Stream))
        {
            yield return $"its stream carries {stream.StreamViewType}, not {TableDefinition.TypeOf(declared.Stream)}";
        }

        foreach (var undeclared in indexes.Keys)
        {
            yield return $"it has an index '{undeclared}' that is not declared";
        }
    }

    /// <summary>An index may hold more than is declared: whatever is read from it is there.</summary>
    private static string? ProjectionDifference(Projection? existing, IndexProjection declared, IReadOnlyList<string> attributes)
    {
        var type = existing?.ProjectionType;
        if (type == ProjectionType.ALL || type == TableDefinition.TypeOf(declared) || declared == IndexProjection.KeysOnly)
        {
            var missing = type == ProjectionType.INCLUDE ? attributes.Except(existing!.NonKeyAttributes ?? []).FirstOrDefault() : null;
            return missing is null ? null : $"does not hold '{missing}'";
        }

        return $"projects {type}, not {TableDefinition.TypeOf(declared)}";
    }

    private static string? KeyDifference(
        TableDescription table,
        List<KeySchemaElement> keys,
        (string? Name, KeyAttributeType Type) partitionKey,
        (string? Name, KeyAttributeType Type) sortKey) =>
        KeyDifference(table, keys, KeyType.HASH, "partition key", partitionKey)
        ?? KeyDifference(table, keys, KeyType.RANGE, "sort key", sortKey);

    private static string? KeyDifference(
        TableDescription table, List<KeySchemaElement> keys, KeyType role, string term, (string? Name, KeyAttributeType Type) declared)
    {
        var found = keys.Find(key => key.KeyType == role)?.AttributeName;
        if (found != declared.Name)
        {
            return $"{term} is {Quoted(found)}, not {Quoted(declared.Name)}";
        }

        var type = TableDefinition.ScalarTypeOf(declared.Type);
        var attribute = table.AttributeDefinitions?.Find(definition => definition.AttributeName == found);
        return attribute is null || attribute.AttributeType == type
            ? null
            : $"{term} '{found}' is of type {attribute.AttributeType}, not {type}";
    }

    private static (string Name, KeyType Role) Element(KeySchemaElement key) => (key.AttributeName, key.KeyType);

    private static string Quoted(string? name) => name is null ? "absent" : $"'{name}'";
}
