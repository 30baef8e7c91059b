using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Problems;

/// <summary>
/// Collects what is wrong with a declaration while it is parsed. The generator asks only whether there was anything; the analyzer reports it.
/// </summary>
internal sealed class DeclarationProblems
{
    private readonly List<DeclarationProblem> _problems = [];

    public bool Any => _problems.Count > 0;

    public IReadOnlyList<DeclarationProblem> All => _problems;

    public void Add(DeclarationRule rule, Location? location, params string[] arguments) =>
        _problems.Add(new DeclarationProblem(rule, location ?? Location.None, arguments));

    /// <summary>Adds a problem, with attributes that an index has to hold to be rid of it.</summary>
    public void Add(DeclarationRule rule, Location? location, IReadOnlyList<string> missingAttributes, params string[] arguments) =>
        _problems.Add(new DeclarationProblem(rule, location ?? Location.None, arguments) { MissingAttributes = missingAttributes });

    /// <summary>Adds a problem with an access pattern as a whole, for which a change of the design may be known.</summary>
    public void Add(DeclarationRule rule, Location? location, IMethodSymbol pattern, params string[] arguments) =>
        _problems.Add(new DeclarationProblem(rule, location ?? Location.None, arguments) { Pattern = pattern });

    /// <summary>Takes those of another declaration too.</summary>
    public void Add(DeclarationProblems others) => _problems.AddRange(others._problems);
}

/// <summary>One problem: the rule, where it is, and what its message says of it.</summary>
internal sealed class DeclarationProblem(DeclarationRule rule, Location location, IReadOnlyList<string> arguments)
{
    public DeclarationRule Rule { get; } = rule;

    public Location Location { get; } = location;

    public IReadOnlyList<string> Arguments { get; } = arguments;

    /// <summary>The attributes that an index would have to hold, as far as they can be named.</summary>
    public IReadOnlyList<string> MissingAttributes { get; init; } = [];

    /// <summary>The access pattern that no key answers, or null.</summary>
    public IMethodSymbol? Pattern { get; init; }
}
