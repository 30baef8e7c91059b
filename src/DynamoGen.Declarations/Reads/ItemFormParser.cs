using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Reads;

/// <summary>Reads what an access pattern makes of the items that it reads, and proves that the table or the index holds it.</summary>
/// <param name="declaration">The method.</param>
/// <param name="key">The key that it goes by.</param>
/// <param name="filtered">The attributes that its filter looks at, which are missing beside what is returned: one report is to name both.</param>
internal sealed class ItemFormParser(PatternDeclaration declaration, KeyModel key, Func<IEnumerable<string>> filtered)
{
    private const string Hold = "add it to the index's NonKeyAttributes (DynamoDB changes no index that exists: replace it by one of another name), ";

    /// <summary>Whether several values of a part of the partition key are asked for.</summary>
    public bool HasValues { get; init; }

    /// <summary>Whether the answers of several queries are merged, by the keys of their items.</summary>
    private bool IsMerged => HasValues || key.Shards > 1;

    private EntityModel Model => declaration.Model;

    /// <summary>The attributes that tell one item of the answers of several queries from the other.</summary>
    private IEnumerable<string> Keys =>
        Model.Keys[0].Attributes.Concat(IsMerged ? key.Attributes : []).Select(attribute => attribute.Attribute).Distinct();

    /// <summary>What each item becomes; false with a problem.</summary>
    /// <param name="view">What the method returns.</param>
    /// <param name="form">What the item becomes.</param>
    public bool TryParse(ItemView view, out ItemForm form)
    {
        form = ItemForm.Entity;
        if (declaration.Method.Has(DeclarationAttributes.Hydrate))
        {
            return TryHydrate(view, out form);
        }

        switch (view.Kind)
        {
            case ItemViewKind.PrimaryKey:
                form = new PrimaryKeyForm(new EquatableArray<string>(Keys));
                return true;
            case ItemViewKind.Projection:
                if (declaration.Projection(view) is not { } projection)
                {
                    return false;
                }

                var attributes = IsMerged ? projection.Attributes.Concat(Keys) : projection.Attributes;
                form = new ProjectionForm(projection.Type.FullName, projection.ReaderStruct, new EquatableArray<string>(attributes.Distinct()));
                var missing = IndexContent.Missing(key, Model.Keys[0], projection.Attributes);
                return missing.Count == 0 || Lacks([.. missing.Union(IndexContent.Missing(key, Model.Keys[0], filtered()))], missing[0]);
            default:
                return IndexContent.Missing(key, Model) is not { } first || LacksWhole(first);
        }
    }

    /// <summary>Proves that the index holds the attributes that a filter looks at.</summary>
    /// <param name="attributes">The attributes, that of the time of expiry among them, by which a query filters by itself.</param>
    public bool HoldsFilter(IEnumerable<string> attributes)
    {
        var timeToLive = declaration.Expiry() is null ? null : Model.Lifecycle.TimeToLive;
        var expiry = timeToLive?.Attribute;
        var isWritten = timeToLive is not null
            && declaration.Method.Attribute(DeclarationAttributes.Filter)?.Text(0) is { } filter
            && filter.IndexOf(timeToLive.Property, StringComparison.Ordinal) >= 0;

        // What somebody wrote is named before what nobody did.
        var missing = IndexContent.Missing(key, Model.Keys[0], attributes).OrderBy(attribute => attribute == expiry && !isWritten).ToArray();
        return missing.Length == 0 || (missing[0] == expiry && !isWritten
            ? Lacks(missing, "leaves out expired items by", missing[0], Hold + "or mark the method with [IncludeExpired]")
            : Lacks(missing, "filters by", missing[0], Hold + "or do not filter by it"));
    }

    private bool TryHydrate(ItemView view, out ItemForm form)
    {
        form = key.IsLocal ? new FetchedForm() : new HydratedForm(new EquatableArray<string>(Keys));
        if (view.Kind == ItemViewKind.Entity && IndexContent.Missing(key, Model) is not null)
        {
            return true;
        }

        declaration.Misshapen(view.Kind == ItemViewKind.Entity
            ? "there is nothing to hydrate: what it reads from holds whole items"
            : $"hydrated items are whole; return {declaration.Entity.Name}");
        return false;
    }

    /// <summary>Whole items are read from the table instead, but the filter still looks at what the index holds.</summary>
    private bool LacksWhole(string first)
    {
        Lacks([], first);
        HoldsFilter(filtered());
        return false;
    }

    /// <summary>False, with a problem that names one attribute of those that are missing.</summary>
    private bool Lacks(IReadOnlyList<string> missing, string first) => Lacks(missing, "reads", first, Hold
        + $"return a [Projection<{declaration.Entity.Name}>] or {declaration.Entity.Name}.{Model.PrimaryKeyStruct}, or read the table too by [Hydrate]");

    private bool Lacks(IReadOnlyList<string> missing, string verb, string first, string cure)
    {
        declaration.Problems.Add(
            DeclarationRule.IndexProjection,
            declaration.Method.Attribute(DeclarationAttributes.Index)?.Place(0) ?? declaration.Place,
            [.. missing.Except(Model.Marks.All)],
            declaration.Method.Name, verb, first, key.Index!, cure);
        return false;
    }
}
