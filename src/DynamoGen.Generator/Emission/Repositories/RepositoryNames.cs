using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>
/// The names of the members of a generated repository. Its methods implement the interface explicitly, so that only their parameters could hide a member.
/// </summary>
internal sealed class RepositoryNames
{
    private static readonly string[] Kinds = ["Pattern", "Hydration", "Request", "Assembler", "Answer"];

    private readonly Dictionary<string, string> _names = [];

    public RepositoryNames(RepositoryModel repository)
    {
        var parameters = repository.Patterns.SelectMany(pattern => pattern.Signature.Parameters).Select(parameter => parameter.Name);
        var free = new FreeNames(parameters.Concat([repository.Implementation]));
        Context = free.Take("_context");
        foreach (var member in repository.Patterns.SelectMany(_ => Kinds, (pattern, kind) => pattern.Signature.UniqueName + kind))
        {
            _names.Add(member, free.Take(member));
        }

        foreach (var union in UnionReaderEmitter.Unions(repository))
        {
            _names.Add(ReaderOf(union), free.Take(union.Name + "Reader"));
        }

        CachedPatterns = free.Take("CachedPatterns");
        Patterns = free.Take("Patterns");
    }

    /// <summary>The list of all access patterns.</summary>
    public string Patterns { get; }

    /// <summary>The list of the access patterns whose answers are cached.</summary>
    public string CachedPatterns { get; }

    /// <summary>The field of the repository's context.</summary>
    public string Context { get; }

    /// <summary>The field that describes the pattern.</summary>
    public string Pattern(PatternModel pattern) => Name(pattern, "Pattern");

    /// <summary>The field that describes the second half of a pattern, which reads from the table what the index lacks.</summary>
    public string Hydration(PatternModel pattern) => Name(pattern, "Hydration");

    /// <summary>The struct of the pattern's parameters.</summary>
    public string Request(PatternModel pattern) => Name(pattern, "Request");

    /// <summary>The struct that assembles the pattern's item collection.</summary>
    public string Assembler(PatternModel pattern) => Name(pattern, "Assembler");

    /// <summary>The struct that reads items of any of several entities.</summary>
    public string Reader(UnionForm union) => _names[ReaderOf(union)];

    private static string ReaderOf(UnionForm union) => union.TypeName + " Reader";

    /// <summary>The method that makes the call of a pattern whose details are returned too.</summary>
    public string Answer(PatternModel pattern) => Name(pattern, "Answer");

    private string Name(PatternModel pattern, string kind) => _names[pattern.Signature.UniqueName + kind];
}
