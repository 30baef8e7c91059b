using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Schema;

namespace DynamoGen.Hosting;

/// <summary>Compares a declared table with the one that exists. Each difference continues a sentence about the table.</summary>
internal static class TableComparison
{
    /// <summary>What differs and cannot be changed without loss: keys, and what the indexes and the stream hold.</summary>
    public static IEnumerable<string> Differences(TableSchema declared, TableDescription existing) =>
        KeyDifferences(existing, existing.KeySchema, (declared.PartitionKey, declared.PartitionKeyType), (declared.SortKey, declared.SortKeyType))
            .Select(difference => $"its {difference}")
            .Concat(GlobalIndexDifferences(declared, existing))
            .Concat(LocalIndexDifferences(declared, existing))
            .Concat(StreamDifferences(declared, existing))
            .Concat(Undeclared(declared, existing));

    /// <summary>What differs and can be turned on or set at any time.</summary>
    public static IEnumerable<string> SettingDifferences(TableSchema declared, TableDescription existing, string? timeToLive)
    {
        if (declared.Stream != StreamView.None && existing.StreamSpecification is not { StreamEnabled: true })
        {
            yield return $"it has no stream, and one of {TableDefinition.TypeOf(declared.Stream)} is declared";
        }

        // A Time to Live that is not declared deletes items nevertheless.
        if (timeToLive != declared.TimeToLive)
        {
            yield return $"its Time to Live is {Quoted(timeToLive)}, not {Quoted(declared.TimeToLive)}";
        }

        // Tables that were made with provisioned capacity say nothing of their billing.
        var isOnDemand = existing.BillingModeSummary?.BillingMode == Amazon.DynamoDBv2.BillingMode.PAY_PER_REQUEST;
        if (isOnDemand != (declared.Billing == BillingMode.OnDemand))
        {
            yield return $"its capacity is {(isOnDemand ? "on demand" : "provisioned")}, not {(isOnDemand ? "provisioned" : "on demand")}";
        }

        if (declared.DeletionProtection && existing.DeletionProtectionEnabled != true)
        {
            yield return "it has no deletion protection, which is declared";
        }

        // Tables of the standard class may say nothing of it.
        var isInfrequent = existing.TableClassSummary?.TableClass == Amazon.DynamoDBv2.TableClass.STANDARD_INFREQUENT_ACCESS;
        if (isInfrequent != (declared.Class == TableClass.StandardInfrequentAccess))
        {
            yield return $"its class is {(isInfrequent ? "Standard-Infrequent Access" : "Standard")}, not the declared one";
        }
    }

    private static IEnumerable<string> GlobalIndexDifferences(TableSchema declared, TableDescription existing)
    {
        foreach (var index in declared.GlobalIndexes)
        {
            if ((existing.GlobalSecondaryIndexes ?? []).Find(found => found.IndexName == index.Name) is not { } found)
            {
                yield return $"it lacks the declared index '{index.Name}'";
                continue;
            }

            var keys = KeyDifferences(existing, found.KeySchema, (index.PartitionKey, index.PartitionKeyType), (index.SortKey, index.SortKeyType)).ToList();
            foreach (var difference in keys)
            {
                yield return $"its index '{index.Name}' differs: the {difference}";
            }

            if (keys.Count == 0 && !found.KeySchema.Select(Element).SequenceEqual(TableDefinition.Keys(index).Select(Element)))
            {
                yield return $"its index '{index.Name}' has other key attributes than "
                    + $"{string.Join(", ", TableDefinition.Keys(index).Select(key => $"'{key.AttributeName}'"))}";
            }

            foreach (var projected in ProjectionDifferences(found.Projection, index.Projection, index.NonKeyAttributes))
            {
                yield return $"its index '{index.Name}' {projected}";
            }
        }
    }

    private static IEnumerable<string> LocalIndexDifferences(TableSchema declared, TableDescription existing)
    {
        foreach (var index in declared.LocalIndexes)
        {
            if ((existing.LocalSecondaryIndexes ?? []).Find(found => found.IndexName == index.Name) is not { } found)
            {
                yield return $"it lacks the declared local index '{index.Name}', which can only be made with the table";
                continue;
            }

            foreach (var difference in KeyDifferences(
                existing, found.KeySchema, (declared.PartitionKey, declared.PartitionKeyType), (index.SortKey, index.SortKeyType)))
            {
                yield return $"its local index '{index.Name}' differs: the {difference}";
            }

            foreach (var projected in ProjectionDifferences(found.Projection, index.Projection, index.NonKeyAttributes))
            {
                yield return $"its local index '{index.Name}' {projected}";
            }
        }
    }

    /// <summary>A stream that is not declared serves somebody else.</summary>
    private static IEnumerable<string> StreamDifferences(TableSchema declared, TableDescription existing)
    {
        if (declared.Stream != StreamView.None
            && existing.StreamSpecification is { StreamEnabled: true } stream
            && stream.StreamViewType != TableDefinition.TypeOf(declared.Stream))
        {
            yield return $"its stream carries {stream.StreamViewType}, not {TableDefinition.TypeOf(declared.Stream)}";
        }
    }

    private static IEnumerable<string> Undeclared(TableSchema declared, TableDescription existing) =>
        (existing.GlobalSecondaryIndexes ?? []).Select(index => index.IndexName).Except(declared.GlobalIndexes.Select(index => index.Name))
            .Select(name => $"it has an index '{name}' that is not declared");

    /// <summary>An index may hold more than is declared: whatever is read from it is there.</summary>
    private static IEnumerable<string> ProjectionDifferences(Projection? existing, IndexProjection declared, IReadOnlyList<string> attributes)
    {
        var type = existing?.ProjectionType;
        if (type == ProjectionType.ALL || type == TableDefinition.TypeOf(declared) || declared == IndexProjection.KeysOnly)
        {
            var missing = type == ProjectionType.INCLUDE ? attributes.Except(existing!.NonKeyAttributes ?? []) : [];
            return missing.Select(attribute => $"does not hold '{attribute}'");
        }

        return [$"projects {type}, not {TableDefinition.TypeOf(declared)}"];
    }

    private static IEnumerable<string> KeyDifferences(
        TableDescription table,
        List<KeySchemaElement> keys,
        (string? Name, KeyAttributeType Type) partitionKey,
        (string? Name, KeyAttributeType Type) sortKey)
    {
        string?[] differences =
        [
            KeyDifference(table, keys, KeyType.HASH, "partition key", partitionKey),
            KeyDifference(table, keys, KeyType.RANGE, "sort key", sortKey),
        ];
        return differences.OfType<string>();
    }

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
