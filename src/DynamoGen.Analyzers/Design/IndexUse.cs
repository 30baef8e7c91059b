using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Design;

/// <summary>Which indexes of one table the access patterns read, and for which entities.</summary>
internal sealed class IndexUse
{
    private readonly HashSet<(string Index, string Entity)> _reads = [];

    public IndexUse(IReadOnlyList<Declared<RepositoryModel>> repositories)
    {
        HasPatterns = repositories.Count > 0;
        foreach (var repository in repositories)
        {
            Entities.Add(repository.Model.Entity.Name);
            foreach (var pattern in repository.Model.Patterns.Where(pattern => pattern.Index is not null))
            {
                foreach (var entity in GatheredEntities.Of(pattern) ?? [repository.Model.Entity.Name])
                {
                    _reads.Add((pattern.Index!, entity));
                }
            }
        }
    }

    /// <summary>Whether the compilation has any repository of the table; without one, those that read it are elsewhere.</summary>
    public bool HasPatterns { get; }

    /// <summary>The entities that have a repository here.</summary>
    public HashSet<string> Entities { get; } = [];

    public bool Reads(string index) => _reads.Any(read => read.Index == index);

    public bool Reads(string index, string entity) => _reads.Contains((index, entity));

    /// <summary>What another assembly may read through repositories of its own is only worth a note.</summary>
    public static DiagnosticSeverity Severity(INamedTypeSymbol type, Compilation compilation)
    {
        var isVisible = compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule;
        for (var current = type; current is not null && isVisible; current = current.ContainingType)
        {
            isVisible = current.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
        }

        return isVisible ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;
    }
}
