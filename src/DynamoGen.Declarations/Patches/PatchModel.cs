using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Patches;

/// <summary>A type marked with <c>[Patch]</c>: all that its generated half is written from.</summary>
/// <param name="Type">The patch's type.</param>
/// <param name="Entity">The entity's type, for use anywhere.</param>
/// <param name="EntityName">The entity's short name.</param>
/// <param name="Content">What it can change.</param>
/// <param name="Experiments">The diagnostics of the experimental types that generated code names, and those of null where its types say nothing of it.</param>
internal sealed record PatchModel(TypeIdentity Type, string Entity, string EntityName, PatchContent Content, EquatableArray<string> Experiments);

/// <summary>What a patch of an entity or of a nested object can change.</summary>
/// <param name="ObjectType">The entity's or the object's type, for use anywhere.</param>
/// <param name="Names">The names of what is generated beside its properties.</param>
/// <param name="Properties">Its properties.</param>
internal sealed record PatchContent(string ObjectType, PatchNames Names, EquatableArray<PatchProperty> Properties);

/// <summary>The names of what a patch has beside its properties.</summary>
/// <param name="Converter">The nested class that reads and writes it as JSON.</param>
/// <param name="IsEmpty">The property that says whether it changes nothing.</param>
/// <param name="FromJson">The method that reads it.</param>
internal sealed record PatchNames(string Converter, string IsEmpty, string FromJson);

/// <summary>A property that a patch can change.</summary>
/// <param name="Member">How it is stored.</param>
/// <param name="IsInJson">Whether a JSON Merge Patch can name it, which <c>[JsonIgnore]</c> keeps it from.</param>
/// <param name="JsonName">The name that <c>[JsonPropertyName]</c> gives it, or null.</param>
/// <param name="Conversion">The converter that <c>[JsonConverter]</c> gives it, or null.</param>
/// <param name="Inner">The patch of the object that it holds; null where the property is changed as a whole.</param>
internal sealed record PatchProperty(MemberModel Member, bool IsInJson, string? JsonName, JsonConversion? Conversion, InnerPatch? Inner);

/// <summary>The converter by which JSON has a property.</summary>
/// <param name="Converter">Its type, for use anywhere.</param>
/// <param name="IsNullable">Whether the property is a struct or enum that may be null, which the converter need not know.</param>
internal sealed record JsonConversion(string Converter, bool IsNullable);

/// <summary>The patch of a nested object.</summary>
/// <param name="Name">The name of its class, which is nested too.</param>
/// <param name="Content">What it can change.</param>
internal sealed record InnerPatch(string Name, PatchContent Content);
