using System.ComponentModel;

namespace DynamoGen.Schema;

/// <summary>
/// What the generator read of a declaration, on what it wrote for it. An assembly tells no more of an entity than its public members, so that a repository
/// in a project that references the entity's project is written from this. It is for generated code.
/// </summary>
/// <param name="format">Tells the form of <paramref name="model"/>; generators of different versions of the package may differ in it.</param>
/// <param name="model">What was read.</param>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeclaredModelAttribute(string format, string model) : Attribute
{
    /// <summary>Tells the form of <see cref="Model"/>.</summary>
    public string Format { get; } = format;

    /// <summary>What was read.</summary>
    public string Model { get; } = model;
}
