using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Clients;

/// <summary>DG6001: a client that is made for one call of a method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClientPerCallAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.ClientPerCall,
        title: "Client is created for each call",
        messageFormat: "A client is created each time '{0}' runs, which finds credentials and opens connections anew; "
            + "keep one in a field, or register it as a singleton",
        RuleCategories.Client,
        DiagnosticSeverity.Info,
        description: "A client is safe for use by many threads and keeps its connections. One for the whole process is enough.");

    private static readonly string[] Routes = ["MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch"];
    private static readonly string[] Setups = ["Configure", "Initialize", "Init", "SetUp", "Setup", "OneTimeSetUp", "Start"];

    /// <summary>Creates the analyzer.</summary>
    public ClientPerCallAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { ClientClass: { } client } sdk)
        {
            return;
        }

        context.RegisterOperationAction(
            context =>
            {
                var creation = context.Operation;
                if (SymbolEqualityComparer.Default.Equals(creation.Type, client)
                    && RepeatedCode(creation, context.ContainingSymbol) is { } name
                    && Stays(creation, sdk)
                    && !dynamo.Excludes(creation.Syntax.SyntaxTree))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, CreationName.LocationOf(creation), name));
                }
            },
            OperationKind.ObjectCreation);

        var makers = new ClientMakers(sdk, client);
        context.RegisterOperationAction(
            context =>
            {
                var made = context.Operation;
                if (makers.Makes(made)
                    && RepeatedCode(made, context.ContainingSymbol) is { } name
                    && Stays(made, sdk)
                    && !dynamo.Excludes(made.Syntax.SyntaxTree))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rule, CalledName.LocationOf(made.Syntax), name));
                }
            },
            OperationKind.Invocation,
            OperationKind.PropertyReference);
    }

    /// <summary>The name of the method, or of the route's lambda, that runs again and again; null for code that runs once or is not known.</summary>
    private static string? RepeatedCode(IOperation creation, ISymbol containing)
    {
        if (creation.Ancestors().FirstOrDefault(outer => outer is IAnonymousFunctionOperation or ILocalFunctionOperation) is { } function)
        {
            return function is IAnonymousFunctionOperation && RouteOf(function) is { } route ? route : null;
        }

        return containing is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method
            && (!method.IsStatic || IsDisposedOf(creation))
            && !Setups.Any(setup => method.Name.StartsWith(setup, StringComparison.Ordinal))
            && method.ContainingType.GetMembers("Main").IsEmpty
                ? method.Name
                : null;
    }

    /// <summary>Whether the method disposes of it, so that a static method that makes one is no factory and no start.</summary>
    private static bool IsDisposedOf(IOperation creation) =>
        creation.Ancestors().Any(outer => outer is IUsingDeclarationOperation
            || (outer is IUsingOperation use && use.Resources.Descendants().Contains(creation)));

    /// <summary>Such as <c>MapGet</c>, which takes the lambda that answers each request.</summary>
    private static string? RouteOf(IOperation lambda)
    {
        var handed = lambda.Parent;
        while (handed is IConversionOperation or IDelegateCreationOperation)
        {
            handed = handed.Parent;
        }

        return handed is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } } && Routes.Contains(name) ? name : null;
    }

    /// <summary>Whether the object is only called where it is made: neither returned nor kept, nor handed to code that may keep it.</summary>
    private static bool Stays(IOperation value, SdkSymbols sdk)
    {
        if (ObjectUse.OwnerOf(value) is { } local)
        {
            return LocalVariable.UsesOf(local, value).All(use => IsTarget(use) || StaysInside(use, sdk));
        }

        var outermost = ObjectUse.OutermostConversion(value);
        return StaysInside(outermost, sdk) || (outermost.Parent is IInvocationOperation call && call.Instance == outermost);
    }

    /// <summary>Whether a use calls the object, compares it, disposes of it or is what it is assigned to.</summary>
    private static bool IsTarget(IOperation use) =>
        use.Parent switch
        {
            IInvocationOperation call => call.Instance == use,
            IPropertyReferenceOperation property => property.Instance == use,
            ISimpleAssignmentOperation assignment => assignment.Target == use,
            IUsingOperation or IBinaryOperation or IIsPatternOperation => true,
            IConditionalAccessOperation access => access.Operation == use,
            _ => false,
        };

    /// <summary>Whether the object is given to one of the SDK, such as a context, that stays too.</summary>
    private static bool StaysInside(IOperation use, SdkSymbols sdk) =>
        ObjectUse.OutermostConversion(use).Parent is IArgumentOperation { Parent: { } taker }
        && taker switch
        {
            IObjectCreationOperation { Type: { } type } => sdk.Declares(type) && Stays(taker, sdk),
            IInvocationOperation call => sdk.Declares(call.TargetMethod) && Stays(taker, sdk),
            _ => false,
        };
}
