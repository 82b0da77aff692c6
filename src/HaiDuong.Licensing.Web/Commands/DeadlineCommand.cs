using System.CommandLine;
using System.Text;
using HaiDuong.Licensing.OneStop.Workflows;

namespace HaiDuong.Licensing.Web.Commands;

/// <summary>The <c>deadline</c> command: computes due dates from ledgers, many at once or one with its proof.</summary>
public static class DeadlineCommand
{
    public static Command Create()
    {
        var batch = new Option<FileInfo>("--batch") { Description = DeadlineCommandTexts.Get("HelpBatch"), HelpName = "FILE" };
        var ledger = new Option<FileInfo>("--ledger") { Description = DeadlineCommandTexts.Get("HelpLedger"), HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = DeadlineCommandTexts.Get("HelpJson") };
        var workflows = new Option<DirectoryInfo>("--workflows") { Description = DeadlineCommandTexts.Get("HelpWorkflows"), HelpName = "FOLDER" };
        var command = new Command("deadline", DeadlineCommandTexts.Get("Help")) { batch, ledger, json, workflows };
        command.Validators.Add(result =>
        {
            if (result.GetResult(batch) is null == result.GetResult(ledger) is null)
                result.AddError(DeadlineCommandTexts.Get("OneOfTwo"));
        });
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(batch),
                parsed.GetValue(ledger),
                parsed.GetValue(json),
                parsed.GetValue(workflows),
                parsed.InvocationConfiguration.Output,
                parsed.InvocationConfiguration.Error
            )
        );
        return command;
    }

    /// <summary>Answers every line of the questions; a line that cannot be read is answered by an error and the rest go on.</summary>
    public static void Batch(IEnumerable<string> lines, DeadlineCommandAnswers answers, TextWriter output)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                output.WriteLine(AnswerLine(line, number, answers));
        }
    }

    private static int Run(FileInfo? batch, FileInfo? ledger, bool json, DirectoryInfo? workflows, TextWriter output, TextWriter errors)
    {
        try
        {
            var folder = workflows is null
                ? WorkflowsFolder.Find(Environment.CurrentDirectory, AppContext.BaseDirectory)
                : new WorkflowsFolder(workflows.FullName);
            var answers = DeadlineCommandAnswers.From(folder);
            if (batch is not null)
                Batch(File.ReadLines(batch.FullName, Encoding.UTF8), answers, output);
            else
                One(File.ReadAllText(ledger!.FullName, Encoding.UTF8), answers, json, output);
            return 0;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or WorkflowFilesException or DeadlineInputException)
        {
            errors.WriteLine(wrong.Message);
            return 1;
        }
    }

    private static void One(string text, DeadlineCommandAnswers answers, bool json, TextWriter output)
    {
        var input = DeadlineCommandInput.Read(text);
        var reading = answers.Answer(input);
        if (json)
            output.WriteLine(DeadlineCommandOutput.Answer(input, reading, withProof: true));
        else
            output.Write(DeadlineCommandOutput.ForPeople(input, reading));
    }

    private static string AnswerLine(string line, int number, DeadlineCommandAnswers answers)
    {
        try
        {
            var input = DeadlineCommandInput.Read(line);
            return DeadlineCommandOutput.Answer(input, answers.Answer(input));
        }
        catch (DeadlineInputException wrong)
        {
            return DeadlineCommandOutput.Error(number, line, wrong.Message);
        }
    }
}
