using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Design;

/// <summary>DG2021: an entity with a key in an index that is read for other entities only.</summary>
internal static class UnusedIndexKey
{
    public static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.UnusedIndexKey,
        title: "Entity is kept in an index and never read from it",
        messageFormat: "'{0}' {2} '{1}', but no access pattern reads it there, and each of its writes pays for the index; "
            + "{3}, or declare the access pattern that it is for",
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Warning,
        description: "An item that has the key attributes of an index is in the index: it is written, stored and billed there too.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static IEnumerable<Diagnostic> Check(DeclaredDesign design, Compilation compilation)
    {
        foreach (var table in design.Repositories.Select(repository => repository.Model.TableType).Distinct())
        {
            var use = new IndexUse(design.RepositoriesOf(table));
            foreach (var entity in design.EntitiesOf(table).Where(entity => use.Entities.Contains(entity.Model.Name)))
            {
                foreach (var key in entity.Model.IndexKeys.Where(key => use.Reads(key.Index!) && !use.Reads(key.Index!, entity.Model.Name)))
                {
                    var isDeclared = entity.Model.Keys.Contains(key);
                    var names = string.Join("', '", key.Attributes.Select(part => part.Attribute));
                    if (!isDeclared && key.Attributes.All(part => entity.Model.Keys.Any(own => own.Attributes.Any(other => other.Attribute == part.Attribute))))
                    {
                        // Every item of the table, or of another index, is in this one: there is nothing to leave out.
                        continue;
                    }

                    var attribute = entity.Type.Attributes(DeclarationAttributes.Key).Where(attribute => attribute.ConstructorArguments.Length == 3)
                        .Concat(entity.Type.Attributes(DeclarationAttributes.MultiAttributeKey))
                        .FirstOrDefault(attribute => attribute.Text(0) == key.Index);
                    yield return Diagnostic.Create(
                        Rule, attribute?.Place() ?? entity.Type.Locations.FirstOrDefault(),
                        IndexUse.Severity(entity.Type, compilation), additionalLocations: null, properties: null,
                        entity.Model.Name, key.Index, isDeclared ? "has a key in index" : $"has the attributes '{names}', which put it into index",
                        isDeclared ? "remove the key" : "store them by other names");
                }
            }
        }
    }
}
