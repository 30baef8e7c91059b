using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoGen.Analyzers.Schema;

/// <summary>
/// DG7001 to DG7004: compares what is declared with <c>dynamogen.lock.json</c>, the committed description of what is stored. A project without that file
/// is left alone. Entities and tables are compared one by one, so that an editor shows a change while it is typed; only what is gone is found at the end.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SchemaLockAnalyzer : DynamoAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public SchemaLockAnalyzer()
        : base(
            SchemaDescriptors.Incompatible, SchemaDescriptors.IncompatibleEnd, SchemaDescriptors.Key, SchemaDescriptors.KeyEnd,
            SchemaDescriptors.Unrecorded, SchemaDescriptors.Unreadable)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Declarations is null || LockFile.Find(context.Options.AdditionalFiles, context.CancellationToken) is not { } file)
        {
            return;
        }

        if (file.Schema is not { } locked)
        {
            context.RegisterCompilationEndAction(end =>
                end.ReportDiagnostic(Diagnostic.Create(SchemaDescriptors.Unreadable, file.Place, file.Line, file.Problem)));
            return;
        }

        var seen = new SeenDeclarations();
        context.RegisterSymbolAction(
            symbol =>
            {
                var type = (INamedTypeSymbol)symbol.Symbol;
                if (type.Has(DeclarationAttributes.Table) && TableParser.Parse(type, new DeclarationProblems()) is { } table)
                {
                    seen.Add(table.Name, type);
                    Analyze(symbol, table, locked);
                }

                if (type.Has(DeclarationAttributes.Entity))
                {
                    var entity = EntityParser.Parse(type, new DeclarationProblems());
                    seen.AddEntity(entity?.TableName, type);
                    if (entity is not null)
                    {
                        seen.Add(entity.TableName, type);
                        Analyze(symbol, entity, locked);
                    }
                }
            },
            SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end => new GoneDeclarations(locked, seen, file.Place).Report(end));
    }

    private static void Analyze(SymbolAnalysisContext context, TableModel table, StoredSchema locked)
    {
        if (locked.Tables.TryGetValue(table.Name, out var known))
        {
            Report(context, table.Type.Name, StoredTable.Subject(table.Name), TableComparison.Of(table, known));
        }
        else if (locked.Tables.FirstOrDefault(other => other.Value.Type == DeclaredSchema.TypeName(table.Type)) is { Key: { } name })
        {
            Report(context, table.Type.Name, StoredTable.Subject(name),
                [new(SchemaChangeKind.Key, $"its name is locked as '{name}' and found as '{table.Name}'; "
                    + "keep the name, or move the items and accept the change in the lock")]);
        }
        else
        {
            Report(context, table.Type.Name, StoredTable.Subject(table.Name), [new(SchemaChangeKind.Compatible, $"table '{table.Name}' is new")]);
        }
    }

    private static void Analyze(SymbolAnalysisContext context, EntityModel entity, StoredSchema locked)
    {
        var typeName = DeclaredSchema.TypeName(entity.Type);
        var entities = locked.Tables.TryGetValue(entity.TableName, out var table) ? table.Entities : [];
        if (entities.TryGetValue(entity.Name, out var known))
        {
            if (known.Type == typeName || entity.Version > known.Version || !SpeaksFor(context.Compilation, known.Type, entity.Name))
            {
                Report(context, entity.Type.Name, StoredTable.Subject(entity.TableName, entity.Name), EntityComparison.Of(entity, known));
            }
        }
        else if (entities.FirstOrDefault(other => other.Value.Type == typeName) is { Key: { } name })
        {
            Report(context, entity.Type.Name, StoredTable.Subject(entity.TableName, name),
                [new(SchemaChangeKind.Incompatible, $"its name in items is locked as '{name}' and found as '{entity.Name}', "
                    + $"which takes stored items for those of another entity; add [Entity<...>(Name = \"{name}\")]")]);
        }
        else
        {
            Report(context, entity.Type.Name, StoredTable.Subject(entity.TableName, entity.Name), [new(SchemaChangeKind.Compatible, "it is new")]);
        }
    }

    /// <summary>Whether the locked class is still the one that has the entity's name; others of that name, as of older versions, are then left alone.</summary>
    private static bool SpeaksFor(Compilation compilation, string typeName, string entityName) =>
        Find(compilation, typeName.Replace("@", string.Empty)) is { } type
            && type.Has(DeclarationAttributes.Entity)
            && EntityParser.EntityName(type) == entityName;

    /// <summary>The class by its name in C#, which does not say whether what stands before a dot is a namespace or a class.</summary>
    private static INamedTypeSymbol? Find(Compilation compilation, string name)
    {
        var dot = name.LastIndexOf('.');
#pragma warning disable RS0030 // The name is what the lock says, not one of a library's types.
        return compilation.GetTypeByMetadataName(name) ?? (dot < 0 ? null : Find(compilation, name.Substring(0, dot) + "+" + name.Substring(dot + 1)));
#pragma warning restore RS0030
    }

    private static void Report(SymbolAnalysisContext context, string name, string subject, IReadOnlyList<SchemaChange> changes)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var broken = changes.Where(change => change.Kind != SchemaChangeKind.Compatible).ToArray();
        foreach (var change in broken)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                SchemaDescriptors.Of(change.Kind),
                Place(type, change.Attribute),
                SchemaDescriptors.Properties(subject, change.Upcaster, change.IsLost),
                name,
                change.Text));
        }

        if (broken.Length == 0 && changes.Count > 0)
        {
            var more = changes.Count > 1 ? $", and {changes.Count - 1} more" : string.Empty;
            context.ReportDiagnostic(Diagnostic.Create(SchemaDescriptors.Unrecorded, Place(type, null), name, changes[0].Text + more));
        }
    }

    /// <summary>The property that is stored in the attribute, or the type.</summary>
    private static Location? Place(INamedTypeSymbol type, string? attribute)
    {
        var property = attribute is null
            ? null
            : type.GetMembers().OfType<IPropertySymbol>()
                .FirstOrDefault(property => AttributePath.Root(MemberParser.AttributeOf(property)) == AttributePath.Top(attribute));
        return property?.Locations.FirstOrDefault(location => location.IsInSource) ?? type.Locations.FirstOrDefault(location => location.IsInSource);
    }
}
