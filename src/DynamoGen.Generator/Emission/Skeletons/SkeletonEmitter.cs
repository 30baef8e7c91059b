using DynamoGen.Declarations.Skeletons;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Skeletons;

/// <summary>Writes what other code names of a declaration that is refused.</summary>
internal static class SkeletonEmitter
{
    private const string Refused = "throw new global::System.NotSupportedException(\"The declaration is refused; the build says why.\")";

    public static string Emit(SkeletonModel skeleton)
    {
        var writer = new SourceWriter().OpenFile(skeleton.Type);
        if (skeleton.Failure is { } failure)
        {
            writer.Line($"#error DynamoGen could not write the other half of '{Text.Comment(skeleton.Type.Name)}'; please report it: {Text.Comment(failure)}");
        }

        writer.Line("// The declaration is refused, and the rules say why. This is what other code names of it.");
        switch (skeleton.Kind)
        {
            case SkeletonKind.Table:
                Implement(writer, skeleton, $"{Names.TableInterface}<{skeleton.Type.FullName}>", contract => $"static {Names.TableSchema} {contract}.Schema");
                break;
            case SkeletonKind.Repository:
                Implement(writer, skeleton, $"{Names.Repositories}.IRepository<{skeleton.Type.FullName}>",
                    contract => $"static {skeleton.Type.FullName} {contract}.Create({Names.Repositories}.RepositoryContext context)");
                break;
            case SkeletonKind.StreamHandler:
                StreamHandler(writer, skeleton.Type);
                break;
            case SkeletonKind.Migration when skeleton.Repositories.Count == 2:
                Migration(writer, skeleton.Type, skeleton.Repositories[0], skeleton.Repositories[1]);
                break;
            case SkeletonKind.Entity:
                writer.Open(Text.Declaration(skeleton.Type.Declaration));
                EmitEntity(writer, skeleton.Type.FullName, skeleton.Names!);
                writer.Close();
                EmitChanges(writer, skeleton.Type.FullName, skeleton.Names!.Changes);
                break;
            default:
                writer.Open(Text.Declaration(skeleton.Type.Declaration)).Close();
                break;
        }

        writer.CloseFile(skeleton.Type);
        EmitRefusal(writer, skeleton.Type.Name);
        return writer.ToString();
    }

    /// <summary>
    /// A build without analyzers fails too. The error is one of a member's body, because the compiler stops before the analyzers at any other.
    /// </summary>
    private static void EmitRefusal(SourceWriter writer, string name)
    {
        writer.Line().Line("/// <summary>Keeps the refused declaration from being built.</summary>").Line(Names.GeneratedCode);
        writer.Open("file static class Refusal");
        writer.Line("/// <summary>Names what is refused.</summary>");
        writer.Line($"internal static readonly int Reason = Declaration;").Line();
        writer.Line($"[global::System.Obsolete({Text.Literal($"The declaration of '{name}' is refused; the rules of DynamoGen say why.")}, true)]");
        writer.Line("private const int Declaration = 0;").Close();
    }

    private static void Implement(SourceWriter writer, SkeletonModel skeleton, string contract, Func<string, string> member) =>
        writer.Open($"{Text.Declaration(skeleton.Type.Declaration)} : {contract}").Line($"{member(contract)} => {Refused};").Close();

    private static void StreamHandler(SourceWriter writer, TypeIdentity type)
    {
        var contract = $"{Names.StreamDispatch}.IEntityDispatch<{type.FullName}>";
        writer.Open($"{Text.Declaration(type.Declaration)} : {contract}");
        writer.Line($"static {Names.StreamDispatch}.StreamHandlerSchema {contract}.Schema => {Refused};");
        writer.Line($"{Names.ValueTask} global::DynamoGen.Streams.IStreamHandler.HandleAsync("
            + $"{Names.StreamRecord} record, {Names.CancellationToken} cancellationToken) => {Refused};");
        foreach (var verb in new[] { "Inserted", "Modified", "Removed" })
        {
            writer.Line($"{Names.ValueTask} {contract}.{verb}Async("
                + $"{Names.Span} entity, {Names.StreamRecord} record, {Names.CancellationToken} cancellationToken) => {Refused};");
        }

        writer.Close();
    }

    private static void Migration(SourceWriter writer, TypeIdentity type, string source, string target)
    {
        var contract = $"{Names.Migrations}.Items.IMigration<{type.FullName}, {source}, {target}>";
        const string Context = $"{Names.Repositories}.RepositoryContext";
        const string Given = $"({Names.MigrationSessions}.MigrationSession session, {Context} sourceContext, {Context} targetContext)";
        writer.Open($"{Text.Declaration(type.Declaration)} : {contract}");
        writer.Line($"static {Names.Migrations}.MigrationSchema {contract}.Schema => {Refused};");
        writer.Line($"static {Names.Migrations}.Items.ItemMigration {contract}.Items => {Refused};");
        writer.Line($"static {source} {contract}.CreateSource{Given} => {Refused};");
        writer.Line($"static {target} {contract}.CreateTarget{Given} => {Refused};").Close();
    }

    private static void EmitEntity(SourceWriter writer, string type, SkeletonNames names)
    {
        Describe(writer, "The keys of the items.").Open($"public static class {names.Keys}").Close().Line();
        Describe(writer, "The values that the primary key is made of.").Open($"public readonly record struct {names.PrimaryKey}");
        writer.Line("/// <summary>Takes any values.</summary>");
        writer.Line($"public {names.PrimaryKey}(params object?[] values) => {Refused};").Close().Line();
        Describe(writer, "Writes and reads the items.").Open($"public readonly struct {names.Marshaller}").Close().Line();
        Describe(writer, "The size of the item.").Line($"public static int {names.Forms.SizeOf}({type} entity) => {Refused};").Line();
        Describe(writer, "The item.").Line($"public static {Names.AttributeMap} {names.Forms.ToItem}({type} entity) => {Refused};").Line();
        Describe(writer, "The entity.").Line($"public static {type} {names.Forms.FromItem}({Names.AttributeMap} item) => {Refused};");
    }

    private static void EmitChanges(SourceWriter writer, string type, SkeletonChanges? changes)
    {
        if (changes is null)
        {
            return;
        }

        Describe(writer.Line(), "What differs between two states.").Open($"public readonly struct {Text.Identifier(changes.Name)}");
        writer.Line("/// <summary>The properties that differ.</summary>");
        writer.Line($"public global::System.Collections.Generic.IEnumerable<string> Names => {Refused};").Line();
        writer.Line("/// <summary>Compares two states.</summary>");
        writer.Line($"public static {changes.Name} Between({type} before, {type} after) => {Refused};");
        foreach (var property in changes.Properties.Where(property => property is not "Names" and not "Between"))
        {
            writer.Line().Line("/// <summary>Whether the property differs.</summary>").Line($"public bool {Text.Identifier(property)} => {Refused};");
        }

        writer.Close();
    }

    private static SourceWriter Describe(SourceWriter writer, string summary) => writer.Line($"/// <summary>{summary}</summary>").Line(Names.GeneratedCode);
}
