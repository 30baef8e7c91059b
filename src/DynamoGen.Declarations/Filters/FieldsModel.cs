using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Filters;

/// <summary>A type marked with <c>[Fields]</c>: all that its generated half is written from.</summary>
/// <param name="Type">The type.</param>
/// <param name="Entity">The entity.</param>
/// <param name="EntityName">The entity's short name.</param>
/// <param name="Fields">The fields of its properties.</param>
/// <param name="Where">The name of the method that takes a filter from a lambda.</param>
/// <param name="Experiments">The diagnostics of the experimental types that generated code names, and those of null where its types say nothing of it.</param>
internal sealed record FieldsModel(
    TypeIdentity Type, EntityReference Entity, string EntityName, EquatableArray<FieldModel> Fields, string Where, EquatableArray<string> Experiments);

/// <summary>The field of a stored property.</summary>
/// <param name="Property">The property's name.</param>
/// <param name="Names">The attribute's name, and those that it had in older versions.</param>
/// <param name="Value">How it is stored, where it is not null.</param>
/// <param name="Kind">What can be asked of it.</param>
/// <param name="Absence">What its absence means.</param>
/// <param name="AbsentIsOfSizeZero">Whether its size is zero where it is absent, though that means null.</param>
/// <param name="Inner">The fields of the object that it holds; null for any other.</param>
internal sealed record FieldModel(
    string Property, EquatableArray<string> Names, ValueModel Value, FieldKind Kind, FieldAbsence Absence, bool AbsentIsOfSizeZero, InnerFields? Inner);

/// <summary>The fields of a nested object's properties.</summary>
/// <param name="Name">The name of their class, which is nested too.</param>
/// <param name="Path">The name of its variable that holds where the object is stored.</param>
/// <param name="Fields">The fields.</param>
internal sealed record InnerFields(string Name, string Path, EquatableArray<FieldModel> Fields);

/// <summary>What a filter can ask of a property.</summary>
internal enum FieldKind
{
    /// <summary>Whether anything is stored.</summary>
    Presence,

    /// <summary>Whether it has a value, too.</summary>
    Value,

    /// <summary>How it compares with a value, too.</summary>
    Ordered,

    /// <summary>What its text begins with and contains, too.</summary>
    Text,

    /// <summary>Whether anything is stored, and how many elements or bytes.</summary>
    Sized,

    /// <summary>Which elements it has, too.</summary>
    Elements,

    /// <summary>What its properties are.</summary>
    Object,
}

/// <summary>What the absence of a property means to a reader of an item.</summary>
internal enum FieldAbsence
{
    Never,
    Null,

    /// <summary>Null, which is stored as NULL too.</summary>
    StoredNull,
    Default,
}
