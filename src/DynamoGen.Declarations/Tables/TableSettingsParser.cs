using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Tables;

/// <summary>Reads what a table is for, and how AWS keeps it.</summary>
internal static class TableSettingsParser
{
    private const int MostRecoveryDays = 35;
    private const int MostTags = 50;
    private const int LongestTagKey = 128;
    private const int LongestTagValue = 256;
    private const int StrongRegions = 3;

    public static TableSettings Parse(INamedTypeSymbol table, AttributeData attribute, MarksModel marks, StreamView stream, DeclarationProblems problems)
    {
        var settings = Read(table, attribute);
        var found = Problems(table, attribute, settings, marks, stream);
        foreach (var problem in found.OfType<string>())
        {
            problems.Add(DeclarationRule.TableOrIndex, attribute.Place(0), table.Name, problem);
        }

        return settings;
    }

    private static TableSettings Read(INamedTypeSymbol table, AttributeData attribute) => new()
    {
        Purpose = (TablePurpose)attribute.Named("Purpose", 0),
        IsInfrequentlyAccessed = attribute.Named("Class", 0) == 1,
        Encryption = (TableEncryption)attribute.Named("Encryption", 0),
        EncryptionKey = attribute.Named<string?>("EncryptionKey", null),
        RecoveryPeriodInDays = attribute.Named("PointInTimeRecovery", false) ? attribute.Named("RecoveryPeriodInDays", MostRecoveryDays) : 0,
        DeletionProtection = attribute.Named("DeletionProtection", false),
        IsStronglyConsistent = attribute.Named("Consistency", 0) == 1,
        Replicas = new EquatableArray<ReplicaModel>(table.Attributes(DeclarationAttributes.Replica)
            .Select(replica => new ReplicaModel(replica.Text(0) ?? string.Empty, replica.Named("IsWitness", false)))),
        Writes = RegionWritesParser.Read(table),
        Traffic = table.Attribute(DeclarationAttributes.Traffic) is { } traffic ? Traffic(traffic) : null,
        Tags = new EquatableArray<TagModel>(table.Attributes(DeclarationAttributes.TableTag)
            .Select(tag => new TagModel(tag.Text(0) ?? string.Empty, tag.Text(1) ?? string.Empty))),
        VectorIndexes = new EquatableArray<VectorIndexModel>(table.Attributes(DeclarationAttributes.VectorIndex).Select(index => new VectorIndexModel(
            index.Text(0) ?? string.Empty,
            index.Named("Attribute", string.Empty),
            index.Named("Dimensions", 0),
            (VectorDistance)index.Named("Distance", 0)))),
    };

    /// <summary>A number below zero declares nothing.</summary>
    private static TrafficModel? Traffic(AttributeData attribute)
    {
        var (reads, writes) = (attribute.Named("ReadsPerSecond", 0), attribute.Named("WritesPerSecond", 0));
        return reads < 0 || writes < 0 ? null : new TrafficModel(reads, writes);
    }

    private static IEnumerable<string?> Problems(INamedTypeSymbol table, AttributeData attribute, TableSettings settings, MarksModel marks, StreamView stream)
    {
        if (string.IsNullOrWhiteSpace(settings.EncryptionKey) == (settings.Encryption == TableEncryption.CustomerManagedKey))
        {
            yield return "an EncryptionKey is named if, and only if, the Encryption is CustomerManagedKey";
        }

        if (attribute.IsSet("RecoveryPeriodInDays") && settings.RecoveryPeriodInDays is < 1 or > MostRecoveryDays)
        {
            yield return $"a RecoveryPeriodInDays is 1 to {MostRecoveryDays}, and of a table that has PointInTimeRecovery";
        }

        yield return OfTags(settings.Tags);
        yield return OfVectorIndexes(table, marks, settings.VectorIndexes);
        yield return OfReplicas(settings, stream);
        yield return RegionWritesParser.Problem(table, settings.Writes, settings.Replicas);
        yield return settings.IsStronglyConsistent ? OfStrongConsistency(table, attribute, settings.Replicas) : null;
    }

    private static string? OfTags(EquatableArray<TagModel> tags) =>
        tags.Count > MostTags || tags.Select(tag => tag.Key).Distinct().Count() < tags.Count
            || tags.Any(tag => tag.Key.Length is < 1 or > LongestTagKey || tag.Value.Length > LongestTagValue
                || tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            ? $"a table has at most {MostTags} tags, each with a key of its own of 1 to {LongestTagKey} characters that does not begin with 'aws:', "
                + $"and a value of at most {LongestTagValue}"
            : null;

    private static string? OfVectorIndexes(INamedTypeSymbol table, MarksModel marks, EquatableArray<VectorIndexModel> indexes)
    {
        var others = table.Attributes(DeclarationAttributes.GlobalIndex).Concat(table.Attributes(DeclarationAttributes.LocalIndex))
            .Select(index => index.Text(0) ?? string.Empty);
        var names = indexes.Select(index => index.Name).Concat(others).ToArray();
        return indexes.Count > 0 && names.Distinct().Count() < names.Length ? "two of its indexes have one name"
            : indexes.Select(index => NamingRules.ProblemOfIndex(index.Name) ?? NamingRules.ProblemOfKeyAttributes(marks.All, index.Attribute))
                .FirstOrDefault(problem => problem is not null)
            ?? (indexes.Any(index => index.Dimensions < 1) ? "a vector has one dimension at least" : null);
    }

    private static string? OfReplicas(TableSettings settings, StreamView stream)
    {
        var replicas = settings.Replicas;
        return replicas.Any(replica => !IsRegion(replica.Region)) ? "a replica is in a region, such as 'eu-west-1'"
            : replicas.Select(replica => replica.Region).Distinct().Count() < replicas.Count ? "two of its replicas are in one region"
            : replicas.Count == 1 ? "a table in several regions names all of them, its own too, and so has two replicas at least"
            : replicas.Any(replica => replica.IsWitness) && !settings.IsStronglyConsistent ? "only a table whose Consistency is Strong has a witness"
            : replicas.Count > 0 && !settings.IsStronglyConsistent && stream is not (StreamView.None or StreamView.NewAndOldImages)
                ? "the stream of a table in several regions carries NewAndOldImages, by which DynamoDB replicates it"
            : null;
    }

    private static string? OfStrongConsistency(INamedTypeSymbol table, AttributeData attribute, EquatableArray<ReplicaModel> replicas) =>
        replicas.Count != StrongRegions || replicas.Count(replica => replica.IsWitness) > 1
            ? $"a table whose Consistency is Strong has {StrongRegions} regions, of which one may be a witness"
            : attribute.Named<string?>("TimeToLive", null) is not null ? "a table whose Consistency is Strong has no time to live"
            : table.Has(DeclarationAttributes.LocalIndex) ? "a table whose Consistency is Strong has no local indexes"
            : null;

    /// <summary>A region's name has the form of <c>us-gov-west-1</c>; which ones there are changes.</summary>
    private static bool IsRegion(string name)
    {
        var parts = name.Split('-');
        return parts.Length is 3 or 4
            && parts.Take(parts.Length - 1).All(part => part.Length > 0 && part.All(letter => letter is >= 'a' and <= 'z'))
            && parts[parts.Length - 1] is { Length: 1 or 2 } number
            && number.All(digit => digit is >= '0' and <= '9');
    }
}
