using DynamoGen.Declarations.Filters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using DynamoGen.Generator.Emission.Source;
using DynamoGen.Generator.Emission.Values;

namespace DynamoGen.Generator.Emission.Filters;

/// <summary>Writes the generated half of an entity's fields: what a filter can ask of each stored property.</summary>
/// <param name="writer">Where it is written.</param>
/// <param name="model">The fields.</param>
internal sealed class FieldsEmitter(SourceWriter writer, FieldsModel model)
{
    private const string Filters = "global::DynamoGen.Filters";

    /// <summary>The members of every field that a nested property may hide.</summary>
    private static readonly string[] Inherited = ["Exists", "IsAbsent"];

    private readonly CodecTypes _codecs = new(model.Entity);

    public static string Emit(FieldsModel fields)
    {
        var writer = new SourceWriter().OpenFile(fields.Type, fields.Experiments);
        new FieldsEmitter(writer, fields).Emit();
        return writer.CloseFile(fields.Type);
    }

    private string Entity => model.Entity.FullName;

    private string Filter => $"global::DynamoGen.ItemFilter<{Entity}>?";

    private void Emit()
    {
        writer.Open(Text.Declaration(model.Type.Declaration));
        writer.Line($"/// <summary>A filter of the items of <see cref=\"{Text.Xml(Entity)}\"/>.</summary>");
        writer.Line("/// <param name=\"filter\">Makes the filter from the fields; null filters nothing.</param>");
        writer.Line("/// <returns>The filter.</returns>");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public static {Filter} {model.Where}(global::System.Func<{model.Type.FullName}, {Filter}> filter) => "
            + $"filter(new {model.Type.FullName}());");
        Emit(model.Fields, null);
        writer.Close();
    }

    /// <param name="fields">The fields.</param>
    /// <param name="path">The variable of where the object is stored that has the properties; null for an item itself.</param>
    private void Emit(EquatableArray<FieldModel> fields, string? path)
    {
        foreach (var field in fields)
        {
            var hides = path is not null && Inherited.Contains(field.Property) ? "new " : string.Empty;
            writer.Line().Line($"/// <summary>What a filter can ask of <c>{Text.Xml(field.Property)}</c>.</summary>");
            writer.Line(Names.GeneratedCode).Line($"public {hides}{TypeOf(field)} {Text.Identifier(field.Property)} => new({Arguments(field, path)});");
        }

        foreach (var field in fields)
        {
            if (field.Inner is { } inner)
            {
                Emit(field, inner);
            }
        }
    }

    private void Emit(FieldModel field, InnerFields inner)
    {
        writer.Line().Line($"/// <summary>What a filter can ask of <c>{Text.Xml(field.Property)}</c> and its properties.</summary>").Line(Names.GeneratedCode);
        writer.Open($"public sealed class {inner.Name} : {Filters}.Field<{Entity}>");
        writer.Line($"private readonly {Filters}.FieldPath {inner.Path};").Line();
        writer.Line($"internal {inner.Name}({Filters}.FieldPath path) : base(path) => {inner.Path} = path;");
        Emit(inner.Fields, inner.Path);
        writer.Close();
    }

    private string TypeOf(FieldModel field) => field.Kind switch
    {
        FieldKind.Value => $"{Filters}.ValueField<{Entity}, {field.Value.TypeName}, {_codecs.Of(field.Value)}>",
        FieldKind.Ordered => $"{Filters}.OrderedField<{Entity}, {field.Value.TypeName}, {_codecs.Of(field.Value)}>",
        FieldKind.Text => $"{Filters}.TextField<{Entity}>",
        FieldKind.Sized => $"{Filters}.SizedField<{Entity}>",
        FieldKind.Elements when Element(field.Value) is { } element =>
            $"{Filters}.ElementsField<{Entity}, {ValueTypes.CSharp(element)}, {_codecs.Of(element)}>",
        FieldKind.Object => field.Inner!.Name,
        _ => $"{Filters}.Field<{Entity}>",
    };

    private static string Arguments(FieldModel field, string? path)
    {
        var absence = $"{Filters}.FieldAbsence.{field.Absence}";
        var names = string.Join(", ", field.Names.Select(Text.Literal));
        var stored = path is null ? $"new {Filters}.FieldPath({absence}, {names})" : $"{path}.Then({absence}, {names})";
        return stored + (field.AbsentIsOfSizeZero ? $", {Filters}.FieldAbsence.Default" : string.Empty);
    }

    private static ValueModel? Element(ValueModel value) => value switch
    {
        ListValue list => list.Element,
        SetValue set => set.Element,
        _ => null,
    };
}
