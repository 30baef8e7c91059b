using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Keys;

namespace DynamoGen.Declarations.Writes;

/// <summary>
/// When one attribute of an index key is written anew: always, or where the call gives one of the properties that it is made of, or lets the item into the
/// index. All of the keys that have the attribute are looked at.
/// </summary>
internal sealed class AttributeRenewal
{
    private readonly UpdateClauses _clauses;

    /// <summary>The properties on whose values the renewal depends.</summary>
    private readonly string[] _properties;

    public AttributeRenewal(EntityModel model, UpdateClauses clauses, KeyAttributeModel attribute)
    {
        _clauses = clauses;
        var keys = model.Keys.Where(key => key.Index is not null && key.Attributes.Any(own => own.Attribute == attribute.Attribute)).ToArray();
        var own = attribute.Parts.Where(IsTouched).ToArray();
        var entering = keys.SelectMany(key => key.Parts).Where(part => IsTouched(part) && part.IsNullable).ToArray();
        var parts = own.Concat(entering).GroupBy(part => part.Text).Select(same => same.First()).ToArray();
        _properties = [.. parts.Select(part => part.Text)];
        var touched = parts.Select(part => clauses.Of(part)!).ToArray();

        // What another index has too stays for it, unless it is made of the missing value itself.
        var leaving = keys.Length == 1 ? entering : entering.Where(part => own.Any(same => same.Text == part.Text));
        var removals = leaving.Select(part => clauses.Of(part)!.WhenRemoved).OfType<ValueTest>().Distinct().ToArray();
        WhenRemoved = removals.Length == 0 ? null : ValueTest.Any(removals);
        var isGiven = touched.Length == 0 || touched.Any(property => property.When is null)
            ? null
            : ValueTest.Any(touched.Select(property => property.When!));
        WhenSet = (isGiven, WhenRemoved) switch
        {
            (_, null) => isGiven,
            (null, { } isRemoved) => isRemoved.Opposite,
            ({ } given, { } isRemoved) => ValueTest.All(given, isRemoved.Opposite),
        };
    }

    /// <summary>The test that it is written; null where it always is.</summary>
    public ValueTest? WhenSet { get; }

    /// <summary>The test that it is removed, because the item leaves the index; null where none decides that.</summary>
    public ValueTest? WhenRemoved { get; }

    /// <summary>Whether the call gives a property's value whenever the attribute is written.</summary>
    public bool Gives(KeyPart part) => _clauses.Of(part)!.When is null || (_properties.Length == 1 && _properties[0] == part.Text);

    private bool IsTouched(KeyPart part) => _clauses.Of(part) is not null;
}
