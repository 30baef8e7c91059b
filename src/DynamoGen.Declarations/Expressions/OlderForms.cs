using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>
/// Makes a condition mean for items of older versions, which are compared as they are stored, what it means for those of the current one: an attribute that
/// was only renamed is looked for under each name that it had.
/// </summary>
internal sealed class OlderForms
{
    /// <summary>The names that attributes had before, by their current ones.</summary>
    private readonly Dictionary<string, string[]> _formerNames = [];

    public OlderForms(ObjectValue shape)
    {
        var taken = new HashSet<string>(shape.Members.Where(member => member.IsStored).Select(member => member.Attribute));
        foreach (var member in shape.Members)
        {
            var kept = Kept(shape, member).Select(form => form.Attribute).Where(name => !taken.Contains(name)).Distinct().ToArray();
            if (kept.Length > 0)
            {
                _formerNames.Add(member.Attribute, kept);
            }
        }
    }

    /// <summary>The youngest version that stored another value than is read of it, or null.</summary>
    public static OlderForm? OtherValue(ObjectValue shape, MemberModel member) => OlderForm.Of(shape, member).FirstOrDefault(form => !form.IsKept);

    /// <summary>
    /// The youngest version that stored a member in a form that a condition does not reach: another value, or a name that another member has now.
    /// </summary>
    public static OlderForm? OtherForm(ObjectValue shape, MemberModel member) =>
        Kept(shape, member).FirstOrDefault(form => shape.Members.Any(other => other.Attribute == form.Attribute && other != member))
        ?? OtherValue(shape, member);

    /// <summary>The names that an attribute had before.</summary>
    public IReadOnlyList<string> FormerNames(string attribute) => _formerNames.TryGetValue(attribute, out var names) ? names : [];

    /// <summary>The condition for items of all versions.</summary>
    public Condition Cover(Condition condition) => condition switch
    {
        AllOf all => new AllOf(new EquatableArray<Condition>(all.Conditions.Select(Cover))),
        AnyOf any => new AnyOf(new EquatableArray<Condition>(any.Conditions.Select(Cover))),
        Negation negation => new Negation(Cover(negation.Inner)),
        WhereGiven given => given with { Inner = Cover(given.Inner) },
        Choice choice => new Choice(choice.Test, Cover(choice.Then), Cover(choice.Otherwise)),
        _ => CoverTest(condition),
    };

    /// <summary>The versions from which on a member's form has never changed.</summary>
    private static IEnumerable<OlderForm> Kept(ObjectValue shape, MemberModel member) => OlderForm.Of(shape, member).TakeWhile(form => form.IsKept);

    /// <summary>An item has an attribute under one of its names. What holds of an absent attribute must hold of all names, what does not of any.</summary>
    private Condition CoverTest(Condition test)
    {
        List<Condition> variants = [test];
        foreach (var path in test.Paths.Distinct())
        {
            if (_formerNames.TryGetValue(path.Attribute, out var names))
            {
                variants.AddRange(variants.SelectMany(variant => names.Select(name => variant.Renamed(path, path.Under(name)))).ToArray());
            }
        }

        var conditions = new EquatableArray<Condition>(variants);
        return variants.Count == 1 ? test
            : test is Existence { IsThere: false } or Comparison { Comparator: Comparator.NotEqual } ? new AllOf(conditions)
            : new AnyOf(conditions);
    }
}
