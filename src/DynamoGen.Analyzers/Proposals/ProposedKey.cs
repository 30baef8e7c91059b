using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>
/// The key of an index that is made for a question: what is given for certain in the partition key, and behind it what keeps the asked order.
/// </summary>
/// <param name="Partition">The template of the partition key.</param>
/// <param name="Sort">The template of the sort key.</param>
internal sealed record ProposedKey(string Partition, string Sort)
{
    private const int Shards = 10;

    /// <summary>Whether the partition key is spread over shards.</summary>
    public bool IsSharded { get; init; }

    /// <summary>The key for a question.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="method">Who asks.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="model">Its model.</param>
    /// <param name="neighbours">All entities of the table.</param>
    /// <param name="index">The index that it is for.</param>
    public static ProposedKey For(
        PatternQuestion question, IMethodSymbol method, INamedTypeSymbol entity, EntityModel model, IReadOnlyCollection<EntityModel> neighbours, string index)
    {
        var words = new KeyWords(neighbours);
        var others = neighbours.Where(other => other.Type != model.Type);
        var partition = Apart(DesignedKey.PartitionOf(question.Values, words), index, others, entity.Name, words);
        var named = new HashSet<string>(question.Values.Select(value => value.Property.Name));
        var sort = new List<string>();
        foreach (var (name, placeholder) in Sorted(question, method, entity, model))
        {
            if (named.Add(name))
            {
                sort.Add(placeholder);
            }
        }

        return new ProposedKey(partition, sort.Count == 0 ? words.Of(entity.Name) : string.Join("#", sort));
    }

    /// <summary>The partition key of an index, with the entity's name before it where keys of others there may begin alike.</summary>
    public static string Apart(string partition, string index, IEnumerable<EntityModel> others, string entity, KeyWords words) =>
        others.Any(other => other.Keys.Any(key => key.Index == index && MayBeginAlike(key, partition))) ? $"{words.Of(entity)}#{partition}" : partition;

    /// <summary>The attribute that declares it.</summary>
    public string Attribute(string index) =>
        $"Key({AttributeEdits.Literal(index)}, {AttributeEdits.Literal(Partition)}, {AttributeEdits.Literal(Sort)}"
        + $"{(IsSharded ? $", Shards = {Shards}" : string.Empty)})";

    /// <summary>What is left open or bounded comes first, then what the items are sorted by already, and last what tells them apart.</summary>
    private static IEnumerable<(string Name, string Placeholder)> Sorted(
        PatternQuestion question, IMethodSymbol method, INamedTypeSymbol entity, EntityModel model)
    {
        foreach (var asked in new[] { question.Optional, question.Range }.OfType<AskedValue>())
        {
            yield return (asked.Property.Name, asked.Placeholder);
        }

        var order = model.Keys.Where(key => key.Index is not null).Append(model.Keys[0])
            .Select(key => key.SortAttributes.SelectMany(sort => sort.Parts).FirstOrDefault(part => part.IsPlaceholder))
            .FirstOrDefault(part => part?.IsSortedByValue == true);
        if (order is not null && question.Range is null && !IsOfPrimary(order, model))
        {
            yield return (order.Text, Placeholder(order));
        }

        var instants = EntityProperties.Of(entity).Where(property => PatternQuestion.IsInstant(property.Type)).Take(2).ToArray();
        if (question.Range is null && method.Has(DeclarationAttributes.Descending) && instants.Length == 1)
        {
            yield return (instants[0].Name, $"{{{instants[0].Name}}}");
        }

        foreach (var part in model.Keys[0].SortAttributes.Concat(model.Keys[0].PartitionAttributes)
            .SelectMany(attribute => attribute.Parts).Where(part => part.IsPlaceholder))
        {
            yield return (part.Text, Placeholder(part));
        }
    }

    private static bool IsOfPrimary(KeyPart part, EntityModel model) => model.Keys[0].Parts.Any(own => own.IsPlaceholder && own.Text == part.Text);

    private static string Placeholder(KeyPart part) => part.Format is { } format && part.IsRounded ? $"{{{part.PathText}:{format}}}" : $"{{{part.PathText}}}";

    /// <summary>Whether keys of another entity may have the same text: unless one of both begins with a text that the other cannot have.</summary>
    private static bool MayBeginAlike(KeyModel key, string partition)
    {
        var own = KeyTemplate.Parse(partition).Segments[0].Literal;
        var other = key.Partition.Parts[0] is { Kind: KeyPartKind.Literal } literal ? literal.Text : null;
        return own is null || other is null
            || own.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(own, StringComparison.Ordinal);
    }
}
