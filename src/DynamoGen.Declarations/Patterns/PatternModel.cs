using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Declarations.Patterns;

/// <summary>One access pattern: a method of a repository, and what it does.</summary>
/// <param name="Signature">The method.</param>
internal abstract record PatternModel(PatternSignature Signature)
{
    /// <summary>The method's name.</summary>
    public string Name => Signature.Name;

    /// <summary>The index that it goes to, or null.</summary>
    public virtual string? Index => null;

    /// <summary>What it takes of the capacity, and may take; null where nothing is known of it.</summary>
    public CapacityModel? Capacity { get; init; }
}

/// <summary>The method of an access pattern.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UniqueName">Its name, made unique among overloads.</param>
/// <param name="Contract">The interface that declares it, for use anywhere; null for a method of no interface, which has the unique name.</param>
/// <param name="ReturnType">Its return type, for use anywhere.</param>
/// <param name="ReturnsTask">Whether it returns Task rather than ValueTask.</param>
/// <param name="Parameters">All its parameters in order.</param>
/// <param name="Answer">What it would return without the details of its call, for use anywhere; null where it returns none.</param>
internal sealed record PatternSignature(
    string Name,
    string UniqueName,
    string? Contract,
    string ReturnType,
    bool ReturnsTask,
    EquatableArray<ParameterModel> Parameters,
    string? Answer = null)
{
    /// <summary>The name of the parameter that has a role, or null where none has.</summary>
    public string? Parameter(ParameterRole role) => Parameters.FirstOrDefault(parameter => parameter.Role == role)?.Name;
}
