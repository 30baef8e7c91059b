using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Generator.Tests.RandomModels;

/// <summary>
/// A type that a property can have: how C# writes it, what its values are, and the attribute value that each of them must become. It
/// knows nothing of the generator.
/// </summary>
/// <param name="name">The type as C# writes it.</param>
/// <param name="form">The attributes that a property of it carries, such as <c>[EpochSeconds]</c>.</param>
internal abstract class StoredType(string name, string form = "")
{
    public string Name { get; } = name;

    public string Form { get; } = form;

    /// <summary>Whether it can be the element of a set; if it is not stored as B, also a dictionary's key.</summary>
    public virtual bool IsQuoted => false;

    public virtual bool IsNullable => false;

    /// <summary>Draws a value.</summary>
    /// <param name="type">The type in the compiled assembly.</param>
    /// <param name="values">What is drawn from.</param>
    public abstract object? Draw(Type type, RandomValues values);

    /// <summary>What a value must be stored as.</summary>
    public abstract AttributeValue Expect(object? value);

    /// <summary>Whether a property with the value is left out of its item.</summary>
    public virtual bool IsLeftOut(object? value) => value is null;

    /// <summary>Whether <c>[OmitDefault]</c> leaves the value out, or null where the attribute cannot stand.</summary>
    public virtual bool? IsDefault(object? value) => value is ValueType ? value.Equals(Activator.CreateInstance(value.GetType())) : null;

    /// <summary>Whether <c>[OmitDefault]</c> can stand on a property of it.</summary>
    public virtual bool CanOmitDefault => true;

    public override string ToString() => Name;
}
