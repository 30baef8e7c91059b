using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>The names of the members of a generated repository. Its methods implement the interface explicitly, so that only their parameters could hide a member.</summary>
internal sealed class RepositoryNames
{
    private readonly Dictionary<string, string> _names = [];

    public RepositoryNames(RepositoryModel repository)
    {
        var parameters = repository.Patterns.SelectMany(pattern => pattern.Parameters).Select(parameter => parameter.Name);
        var free = new FreeNames(parameters.Concat([repository.Implementation]));
        Context = free.Take("_context");
        foreach (var pattern in repository.Patterns)
        {
            foreach (var kind in new[] { "Pattern", "Hydration", "Request", "Assembler" })
            {
                _names.Add(pattern.UniqueName + kind, free.Take(pattern.UniqueName + kind));
            }
        }
    }

    /// <summary>The field of the repository's context.</summary>
    public string Context { get; }

    /// <summary>The field that describes the pattern.</summary>
    public string Pattern(AccessPatternModel pattern) => _names[pattern.UniqueName + "Pattern"];

    /// <summary>The field that describes the second half of a pattern, which reads from the table what the index lacks.</summary>
    public string Hydration(AccessPatternModel pattern) => _names[pattern.UniqueName + "Hydration"];

    /// <summary>The struct of the pattern's parameters.</summary>
    public string Request(AccessPatternModel pattern) => _names[pattern.UniqueName + "Request"];

    /// <summary>The struct that assembles the pattern's item collection.</summary>
    public string Assembler(AccessPatternModel pattern) => _names[pattern.UniqueName + "Assembler"];
}
