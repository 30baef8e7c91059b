using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Expressions;

/// <summary>The four clauses of an update, to which what the entity itself demands is added.</summary>
internal sealed class UpdateClauses
{
    /// <summary>An attribute that no item has.</summary>
    private const string Nothing = "_none";

    public List<SetAction> Sets { get; } = [];

    public List<RemoveAction> Removes { get; } = [];

    public List<DeltaAction> Adds { get; } = [];

    public List<DeltaAction> Deletes { get; } = [];

    /// <summary>What becomes of each property that is updated, wholly or in part.</summary>
    public Dictionary<string, TouchedProperty> Touched { get; } = [];

    /// <summary>What becomes of each property and each nested member, as <c>Address.Country</c>, that an update names.</summary>
    public Dictionary<string, TouchedProperty> Named { get; } = [];

    /// <summary>What becomes of a part of a key; null where the update leaves it as it is.</summary>
    /// <exception cref="ExpressionException">An object is set as a whole, in which the part may be missing.</exception>
    public TouchedProperty? Of(KeyPart part)
    {
        if (!part.IsPlaceholder || !Touched.TryGetValue(part.Path.Count == 0 ? part.Text : part.Path[0].Property, out var root))
        {
            return null;
        }

        if (part.Path.Count == 0)
        {
            return root;
        }

        var names = part.PathText.Split('.');
        var count = Enumerable.Range(1, names.Length).FirstOrDefault(count => Named.ContainsKey(string.Join(".", names.Take(count))));
        if (count == 0)
        {
            // Other members of the object; or a patch, which says nothing here of its members.
            return Named.Keys.Any(name => name.StartsWith(names[0] + ".", StringComparison.Ordinal))
                ? null
                : new TouchedProperty(value: null, isRemoved: false);
        }

        var touched = Named[string.Join(".", names.Take(count))];
        return count == names.Length || touched.Value is null ? touched : new TouchedProperty(Inside(part, touched.Value, count), isRemoved: false);
    }

    /// <summary>The part of a key within an object that is set as a whole.</summary>
    /// <param name="part">The part.</param>
    /// <param name="whole">What the object is set to.</param>
    /// <param name="count">How many steps of the way lead to the object.</param>
    /// <exception cref="ExpressionException">The part may be missing in the object.</exception>
    public static MemberSource Inside(KeyPart part, ValueSource whole, int count)
    {
        var rest = part.Path.Skip(count).ToArray();
        return rest.Any(step => step.IsNullable)
            ? throw new ExpressionException($"sets '{string.Join(".", part.Path.Take(count).Select(step => step.Property))}' as a whole, in which "
                + $"'{part.PathText}' of an index key may be null; set {part.PathText} itself, or read the item and Replace it")
            : new MemberSource(whole, new EquatableArray<string>(rest.Select(step => step.Property)));
    }

    /// <summary>The update. One of which perhaps no action is sent removes nothing, because DynamoDB refuses an empty expression.</summary>
    public UpdateModel ToModel()
    {
        var mayBeEmpty = Sets.Concat<UpdateAction>(Removes).Concat(Adds).Concat(Deletes).All(action => action.When is not null);
        return new(
            new EquatableArray<SetAction>(Sets),
            new EquatableArray<RemoveAction>(mayBeEmpty ? Removes.Append(new RemoveAction(ItemPath.Of(Nothing))) : Removes),
            new EquatableArray<DeltaAction>(Adds),
            new EquatableArray<DeltaAction>(Deletes));
    }
}

/// <summary>What becomes of an updated property.</summary>
/// <param name="value">Where its new value comes from, or null where only the server knows it.</param>
/// <param name="isRemoved">Whether it is removed.</param>
internal sealed class TouchedProperty(ValueSource? value, bool isRemoved)
{
    public ValueSource? Value { get; } = value;

    public bool IsRemoved { get; } = isRemoved;

    /// <summary>The test that it gets the value; null where it always does.</summary>
    public ValueTest? When { get; init; }

    /// <summary>The test that it is removed; null where no test decides that.</summary>
    public ValueTest? WhenRemoved { get; init; }
}
