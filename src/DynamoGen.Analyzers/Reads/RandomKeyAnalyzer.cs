using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>DG2009: a key that is spread by chance, of which single items are read: in a request, and in the declaration of an entity.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RandomKeyAnalyzer : DynamoAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.RandomKey,
        title: "Single items are read by a random key",
        messageFormat: "{0} by chance, so that {1}; compute the shard from what is known of the item, such as a hash of its id{2}",
        RuleCategories.KeyDesign,
        DiagnosticSeverity.Warning,
        description: "A random suffix spreads writes, and leaves no way to find one item but to ask for it in every shard. "
            + "A calculated suffix spreads them as well.");

    private static readonly string[] NumberMethods = ["Next", "NextInt64", "NextDouble", "GetInt32"];

    /// <summary>Creates the analyzer.</summary>
    public RandomKeyAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is { } sdk)
        {
            var methods = new ClientMethods(sdk, "GetItemAsync", "GetItem", "DeleteItemAsync", "DeleteItem");
            string[] names = ["GetItemRequest", "DeleteItemRequest", "Get", "Delete"];
            var requests = new HashSet<ISymbol?>(
                names.Select(name => sdk.TypeNamed($"Model.{name}")).Where(type => type is not null), SymbolEqualityComparer.Default);
            context.RegisterOperationAction(
                operation => Report(operation, Key(operation.Operation, requests, methods, sdk), dynamo),
                OperationKind.ObjectCreation, OperationKind.Invocation);
        }

        if (dynamo.Declarations is not null)
        {
            var read = new Lazy<HashSet<ISymbol>>(() => EntitiesReadOneByOne(dynamo.Compilation));
            context.RegisterOperationAction(
                operation => Report(operation, Property((IPropertyInitializerOperation)operation.Operation, read), dynamo), OperationKind.PropertyInitializer);
        }
    }

    private static void Report(OperationAnalysisContext context, Diagnostic? found, DynamoCompilation dynamo)
    {
        if (found is not null && !dynamo.Excludes(context.Operation.Syntax.SyntaxTree))
        {
            context.ReportDiagnostic(found);
        }
    }

    /// <summary>A random part of the key of a request for one item.</summary>
    private static Diagnostic? Key(IOperation operation, HashSet<ISymbol?> requests, ClientMethods methods, SdkSymbols sdk)
    {
        var key = operation switch
        {
            IObjectCreationOperation creation when requests.Contains(creation.Type) => VisibleObject.Of(creation, sdk).CollectionOf("Key"),
            IInvocationOperation call when methods.Contains(call.TargetMethod)
                && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "key") is { } argument =>
                VisibleCollection.Of(argument.Value, sdk),
            _ => null,
        };
        return key?.Entries.Select(entry => entry.Value).OfType<IOperation>().FirstOrDefault(HasRandomPart) is { } value
            ? Diagnostic.Create(
                Rule, value.Syntax.GetLocation(), "This key is made", "it finds the item once in as many times as there are shards", string.Empty)
            : null;
    }

    /// <summary>Whether a value holds a random number, or a local variable that was set to one.</summary>
    private static bool HasRandomPart(IOperation value) => value.DescendantsAndSelf().Any(part => part switch
    {
        IInvocationOperation call => IsRandom(call.TargetMethod),
        ILocalReferenceOperation local => LocalVariable.OnlyValueOf(local.Local, local) is { } set && set.DescendantsAndSelf().OfType<IInvocationOperation>()
            .Any(call => IsRandom(call.TargetMethod)),
        _ => false,
    });

    private static bool IsRandom(IMethodSymbol method) => NumberMethods.Contains(method.Name)
        && (method.ContainingType.IsNamed("System.Random") || method.ContainingType.IsNamed("System.Security.Cryptography.RandomNumberGenerator"));

    /// <summary>A property that is set at random and stands in the partition key, of an entity whose items are read one by one.</summary>
    private static Diagnostic? Property(IPropertyInitializerOperation initializer, Lazy<HashSet<ISymbol>> read) =>
        initializer.InitializedProperties.FirstOrDefault() is { ContainingType: { } entity } property
        && entity.Has(DeclarationAttributes.Entity)
        && HasRandomPart(initializer.Value)
        && entity.Attributes(DeclarationAttributes.Key).Any(key => IsPartOf(property.Name, key))
        && read.Value.Contains(entity)
            ? Diagnostic.Create(Rule, property.Locations.FirstOrDefault(), $"'{property.Name}' of the partition key is set",
                "who reads one item must ask for it in every shard", ", or set Shards, by which the key does so itself")
            : null;

    /// <summary>Whether the table's own key has the property in its partition key.</summary>
    private static bool IsPartOf(string property, AttributeData key) => key.ConstructorArguments.Length is 1 or 2
        && key.Text(0) is { } template
        && KeyTemplate.Parse(template).Segments.Any(segment => segment.Property?.TrimStart('@') == property);

    private static HashSet<ISymbol> EntitiesReadOneByOne(Compilation compilation) => new(
        MappedTables.TypesIn(compilation.Assembly.GlobalNamespace).Where(type => type.TypeKind == TypeKind.Interface)
            .Select(type => (Type: type, Entity: type.Attribute(DeclarationAttributes.Repository)?.AttributeClass?.TypeArguments.FirstOrDefault()))
            .Where(repository => repository.Entity is not null
                && RepositoryParser.Parse(repository.Type, new DeclarationProblems()) is { } model
                && model.Patterns.OfType<GetPattern>().Any())
            .Select(repository => repository.Entity!.OriginalDefinition),
        SymbolEqualityComparer.Default);
}
