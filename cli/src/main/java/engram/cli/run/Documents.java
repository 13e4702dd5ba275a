// SPDX-License-Identifier: Apache-2.0
package engram.cli.run;

import engram.cli.words.Words;
import engram.lab.judge.Finding;
import engram.lab.judge.Verdict;
import engram.lab.judge.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What `--json` prints and `verdicts.json` holds: `{"engram":1,"kind":...}`; fields are only ever
/// added.
public final class Documents {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final ObjectMapper LINE = JsonMapper.builder().build();

  private Documents() {}

  /// A document of a kind, to be filled.
  public static Map<String, Object> of(String kind) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("engram", 1);
    document.put("kind", kind);
    return document;
  }

  /// A document as text.
  public static String text(Map<String, Object> document) {
    return JSON.writeValueAsString(document);
  }

  /// A document as one line.
  public static String line(Map<String, Object> document) {
    return LINE.writeValueAsString(document);
  }

  /// Verdicts as values of a document.
  public static List<Map<String, Object>> verdicts(String slug, List<Verdict> verdicts) {
    return verdicts.stream().map(v -> verdict(slug, v)).toList();
  }

  private static Map<String, Object> verdict(String slug, Verdict verdict) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("claim", slug + "/" + verdict.claim().id());
    fields.put("says", verdict.claim().says());
    fields.put("published", verdict.claim().published().figure());
    fields.put("where", verdict.claim().published().where());
    fields.put("known", Words.lower(verdict.claim().published().known()));
    fields.put("expected", verdict.claim().expected());
    fields.put("line", Wording.of(verdict.claim().line()));
    fields.put("lineFrom", Words.lower(verdict.claim().lineFrom()));
    fields.put("evidence", Words.lower(verdict.claim().evidence()));
    fields.put("outcome", Words.lower(verdict.outcome()));
    fields.put("verdict", Wording.of(verdict));
    fields.put("findings", findings(verdict.findings()));
    List<Map<String, Object>> controls = new ArrayList<>();
    for (Verdict.ControlFinding control : verdict.controls()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", control.control().name());
      one.put("kind", Words.lower(control.control().kind()));
      one.put("line", Wording.of(control.control().line()));
      one.put("outcome", Words.lower(control.outcome()));
      one.put("findings", findings(control.findings()));
      controls.add(one);
    }
    fields.put("controls", controls);
    fields.put("moreReplicates", verdict.moreReplicates());
    fields.put("note", verdict.note());
    return fields;
  }

  private static List<Map<String, Object>> findings(List<Finding> findings) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Finding finding : findings) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("line", Wording.of(finding.line()));
      one.put("outcome", Words.lower(finding.outcome()));
      finding
          .interval()
          .ifPresent(i -> {
            one.put("value", i.middle());
            one.put("low", i.low());
            one.put("high", i.high());
          });
      one.put("replicates", finding.replicates());
      one.put("diverged", finding.diverged());
      one.put("note", finding.note());
      list.add(one);
    }
    return list;
  }
}
