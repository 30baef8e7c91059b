using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>What the method of an access pattern can name.</summary>
internal sealed class MethodScope
{
    private readonly FreeNames _locals;

    public MethodScope(RepositoryModel repository, PatternModel pattern, RepositoryNames names)
    {
        (Repository, Pattern, Names) = (repository, pattern, names);
        _locals = new FreeNames(pattern.Signature.Parameters.Select(parameter => parameter.Name));
        Clock = pattern.Signature.Parameter(ParameterRole.Clock) ?? _locals.Take("now");
        Context = pattern.Signature.Answer is null ? names.Context : _locals.Take("context");
    }

    public RepositoryModel Repository { get; }

    public PatternModel Pattern { get; }

    public RepositoryNames Names { get; }

    /// <summary>The variable of the time of the call.</summary>
    public string Clock { get; }

    /// <summary>The expression of the time.</summary>
    public string Now => IsTold ? Clock : Context + ".UtcNow";

    /// <summary>Whether the caller tells the time.</summary>
    public bool IsTold => Pattern.Signature.Parameter(ParameterRole.Clock) is not null;

    /// <summary>The field that describes the pattern.</summary>
    public string Field => Names.Pattern(Pattern);

    /// <summary>What the calls go through: that of the repository, or a parameter where the details of the call are gathered.</summary>
    public string Context { get; private set; }

    public string Cancellation => Pattern.Signature.Parameter(ParameterRole.Cancellation) is { } parameter ? Text.Identifier(parameter) : "default";

    public string AsTask => Pattern.Signature.ReturnsTask ? ".AsTask()" : string.Empty;

    /// <summary>The return type, the name and the parameters of the method that makes the call.</summary>
    public string Signature => Pattern.Signature.Answer is { } answer
        ? $"private {answer} {Names.Answer(Pattern)}({string.Join(", ", [ContextParameter, .. Parameters(string.Empty)])})"
        : Declared;

    /// <summary>The return type, the name and the parameters of the interface's method.</summary>
    public string Declared => SignatureWith(string.Empty);

    /// <summary>The entity and its marshaller, as type arguments.</summary>
    public string EntityTypes => $"{Repository.Entity.FullName}, {Repository.Entity.FullName}.{Repository.Entity.Marshaller}";

    public string PrimaryKey => $"{Repository.Entity.FullName}.{Repository.Entity.PrimaryKey}";

    /// <summary>The signature of a method that enumerates, whose token is given by who enumerates too.</summary>
    public string Enumerated => SignatureWith("[global::System.Runtime.CompilerServices.EnumeratorCancellation] ");

    /// <summary>Lets everything behind it go through the calls of the region that the write belongs to.</summary>
    /// <param name="writer">What the method is written by.</param>
    /// <param name="calls">The expression of those calls.</param>
    public void WriteBy(SourceWriter writer, string calls)
    {
        Context = Local("region");
        writer.Line($"var {Context} = {calls};");
    }

    /// <summary>A variable that nothing else in the method is named as.</summary>
    public string Local(string wanted) => _locals.Take(wanted);

    /// <summary>A parameter that has a role, or what stands for it.</summary>
    public string Parameter(ParameterRole role, string otherwise) =>
        Pattern.Signature.Parameter(role) is { } parameter ? Text.Identifier(parameter) : otherwise;

    /// <summary>What a read makes of each item, and by what, as type arguments.</summary>
    public string Types(ItemForm form) => form switch
    {
        PrimaryKeyForm or HydratedForm => $"{PrimaryKey}, {PrimaryKey}",
        ProjectionForm projection => $"{projection.TypeName}, {projection.TypeName}.{projection.Reader}",
        UnionForm union => $"{union.TypeName}, {Names.Reader(union)}",
        _ => EntityTypes,
    };

    /// <summary>The condition that an entity that was found has expired.</summary>
    public string HasExpired(ExpiryModel expiry, string found) =>
        $"{found}.{Text.Identifier(expiry.Property)} <= {Clock}{(expiry.IsDateTime ? ".UtcDateTime" : string.Empty)}";

    private string ContextParameter => $"{Source.Names.Repositories}.RepositoryContext {Context}";

    private string SignatureWith(string cancellation)
    {
        var (access, method) = Pattern.Signature.Contract is { } contract
            ? (string.Empty, $"{contract}.{Text.Identifier(Pattern.Name)}")
            : ("public ", Text.Identifier(Pattern.Signature.UniqueName));
        return $"{access}{Pattern.Signature.ReturnType} {method}({string.Join(", ", Parameters(cancellation))})";
    }

    private IEnumerable<string> Parameters(string cancellation) => Pattern.Signature.Parameters.Select(parameter =>
        $"{(parameter.Role == ParameterRole.Cancellation ? cancellation : string.Empty)}{parameter.TypeName} {Text.Identifier(parameter.Name)}");
}
